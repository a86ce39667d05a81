import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { conditionsOf, type Edit, rebuild } from './edit.ts'
import { referred } from './refer.ts'
import { type FollowUp, type Refined } from './refined.ts'

const keep = phrase(
  'keep|leave only|just?',
  'only|just keep|leave?',
  'now? only|just the',
  'drop|remove|forget|lose|delete|ignore everything|all|anything|the rest? else? ,? except|but|besides for?',
  'drop|remove|forget|lose|delete|ignore everything|all|anything apart|aside from',
  'drop|remove|forget|lose|delete|ignore everything|all|anything other than',
)
const partWord = phrase(
  'part|bit|filter|condition|requirement|restriction|criterion|criteria|one|ones|clause',
)
const small = phrase('the', 'only|just', 'for')

/** `keep only the coffee part`, `drop everything except the second condition`: the rest goes. */
export function keeping({ reading, current, from, to }: FollowUp): Refined {
  const opened = keep(reading, from)
  if (opened < 0) return undefined
  const at = skip(reading, skip(reading, opened, small), small)
  const parted = Array.from({ length: to - at }, (_, i) => at + i).some((i) => partWord(reading, i) === to)
  const exceptional = /^(?:drop|remove|forget|lose|delete|ignore)$/.test(reading.tokens[from]?.word ?? '')
  if (!parted && !exceptional) return undefined
  const named = referred(reading, at, to, { current })
  if (named?.named !== true) return undefined
  const kept = new Set<Criteria>(named.conditions)
  const gone = conditionsOf(current).filter((condition) => !kept.has(condition))
  const criteria = rebuild(current, (part) => (gone.some((one) => one === part) ? undefined : part))
  if (criteria === undefined || gone.length === 0) return undefined
  const edit: Edit = { criteria, says: 'taken out', put: [], taken: gone }
  return { kind: 'edit', edit, said: { from: at, to }, firm: true }
}
