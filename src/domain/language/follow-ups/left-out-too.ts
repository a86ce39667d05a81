import type { Criteria } from '../../criteria/schema.ts'
import { conjuncts, type Edit, narrowing } from './edit.ts'
import { subject } from './edit-values.ts'

/** "staff too", right behind "exclude wholesale": left out as well, and nobody is asked to be both. */
export function leftOutToo(current: Criteria, next: Criteria, ofPeople = false): Edit | undefined {
  const last = conjuncts(current).at(-1)
  if (last === undefined || !('none' in last) || 'none' in next) return undefined
  const alike = last.none.some((part) => kindOf(part) !== undefined && kindOf(part) === kindOf(next))
  return alike || ofPeople ? narrowing(current, { none: [next] }, 'left out as well') : undefined
}

/** What criteria are about; whatever people are in, such as tags, lists and segments, is one kind of thing. */
export function kindOf(criteria: Criteria): string | undefined {
  const about = subject(criteria)
  return about !== undefined && /^(?:tags|segment|rfm)$/.test(about) ? 'group' : about
}
