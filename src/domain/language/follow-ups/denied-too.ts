import type { Criteria } from '../../criteria/schema.ts'
import { denied, isDenied, isDone, type PlainDeed, plainDeed } from '../grammar/denied.ts'
import { conjuncts, type Edit, narrowing } from './edit.ts'
import { leftOutToo } from './left-out-too.ts'

const NEITHER = 'What is added to something that people have not done is read as neither of them.'

/**
 * "or clicked", "nor clicked" behind "haven’t opened in 60 days", "or wholesale" behind "no staff": what stands behind a denial is
 * denied too, a deed in the time that was said before where it says none of its own.
 */
export function deniedToo(current: Criteria, next: Criteria): Edit | undefined {
  const last = conjuncts(current)
    .flatMap((part) => plainDeed(part) ?? [])
    .at(-1)
  const deeds = ('any' in next ? next.any : [next]).map(plainDeed)
  if (last === undefined || !isDenied(last) || !deeds.every(isDone)) return leftOutToo(current, next)
  const put = deeds.map((deed) => denied(inTimeOf(last, deed)))
  const edit = narrowing(current, put.length === 1 && put[0] ? put[0] : { all: put }, 'neither of them')
  return { ...edit, assumed: NEITHER }
}

const inTimeOf = (held: PlainDeed, deed: PlainDeed): PlainDeed =>
  deed.within === undefined && held.within !== undefined ? { ...deed, within: held.within } : deed
