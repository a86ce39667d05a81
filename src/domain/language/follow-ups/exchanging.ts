import { withPieces } from '../../conditions/facets/facet.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { denied, done, isDenied, plainDeed } from '../grammar/denied.ts'
import { phrase } from '../grammar/phrase.ts'
import {
  type Change,
  changeOf,
  conditionsOf,
  conjuncts,
  type Edit,
  rebuild,
  replacing,
  replacingEach,
} from './edit.ts'
import { courtesyAtEnd, firmly, type FollowUp, type Refined, refinedBy, trimmed } from './refined.ts'

const NOUNS =
  'ones|conditions|criteria|parts|products|categories|brands|years|months|lists|segments|tags|codes|campaigns|steps|sides|halves|things'
/** These can mean nothing else. */
const swap = phrase(
  `swap|exchange|interchange them|these|those|it|that|the|both? two|2|both? of? them|these|those? ${NOUNS}? around|round|over|about?`,
  `switch|flip|turn|reverse them|these|those|the two|2|both ${NOUNS}? around|round|over|about?`,
  `switch|flip|turn|reverse them|these|those|it|that|this|the ${NOUNS}? around|round`,
  `switch|reverse the ${NOUNS}`,
)
/** Said of one thing alone they mean its opposite. */
const otherWay = phrase(
  'and? now? do|make|try|show|give|have? me? it|that? the? exact|exactly? other way|direction round|around?',
  'and? now? do|make|show|give? me? it|that? vice versa',
  'and? now? do|make|show|give? me? the? exact? reverse',
)

const neither = phrase(
  'both|all no|not|neither|none',
  'neither|none of? them|those|these|the? two|both?',
  'no|not to? either|both of? them|those|these?',
  'make|say|set it|that|this|them|both? neither|none of? them|those|these|the? two?',
)

/** `swap the two`, `the other way round`, of one thing but not another, or of one after the other. */
export function exchanging({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, courtesyAtEnd)
  const swapped = swap(reading, from) === to
  if (neither(reading, from) === to) return firmly(refinedBy(noneOf(current), from, end))
  if (!swapped && otherWay(reading, from) !== to) return undefined
  const edits = [...sequences(current), ...pairs(current)]
  const found = firmly(refinedBy(changeOf(edits, 'Which two should be swapped?'), from, end))
  return found ?? (swapped ? { kind: 'unclear' } : undefined)
}

const SAYS = 'the other way round'

/** "A and then B": B and then A. */
const sequences = (current: Criteria): readonly Edit[] =>
  conditionsOf(current).flatMap((held) => {
    if (held.type !== 'sequence' || held.first.did === 'signed_up') return []
    // Which of the two a time, a number or "first ever" would be of, nobody said.
    const { type, first, next, apart, ...rest } = held
    if (Object.values(rest).some((one) => one !== undefined)) return []
    const put = { type, first: next, next: first, ...(apart && { apart }) }
    return replacing(current, held, put, SAYS) ?? []
  })

interface Side {
  readonly part: Criteria
  readonly condition: Condition
  readonly out: boolean
}

const sidesOf = (current: Criteria): readonly Side[] =>
  conjuncts(current).flatMap((part): Side[] => {
    const [shown, ...others] = 'none' in part ? part.none : [part]
    if (shown === undefined || others.length > 0 || !isCondition(shown)) return []
    const deed = plainDeed(shown)
    const out =
      'none' in part || (deed !== undefined && isDenied(deed)) || ('op' in shown && shown.op === 'unknown')
    return [{ part, condition: shown, out }]
  })

/** "A but not B", "A and B": none of the two, where both are of one kind. */
function noneOf(current: Criteria): Change | undefined {
  const sides = sidesOf(current)
  const alike = sides.filter(({ condition }) =>
    sides.some((other) => other.condition !== condition && sameKind(other.condition, condition)),
  )
  const wanted = alike.filter(({ out }) => !out)
  const nexts = new Map<Criteria, Criteria>(wanted.map((side) => [side.part, leftOut(side)]))
  return nexts.size === 0 ? undefined : changeOf([replacingEach(current, nexts, 'neither of them')], '')
}

/** "A but not B": B but not A, where both are of one kind. */
function pairs(current: Criteria): readonly Edit[] {
  const sides = sidesOf(current)
  return sides
    .filter(({ out }) => !out)
    .flatMap((kept) =>
      sides
        .filter(({ out, condition }) => out && sameKind(kept.condition, condition))
        .flatMap((gone) => exchanged(current, kept, gone) ?? []),
    )
}

const sameKind = (a: Condition, b: Condition): boolean =>
  a.type === b.type &&
  (!('field' in a) || !('field' in b) || a.field === b.field || (tellsPresence(a) && tellsPresence(b)))

/** "with an e-mail address but no phone number" */
const tellsPresence = (one: Condition): boolean => 'op' in one && (one.op === 'known' || one.op === 'unknown')

function exchanged(current: Criteria, kept: Side, gone: Side): Edit | undefined {
  const [out, back] = [leftOut(kept), asked(gone)]
  const criteria = rebuild(current, (part) => (part === kept.part ? back : part === gone.part ? out : part))
  return criteria && { criteria, says: SAYS, put: [back, out], taken: [kept.part, gone.part] }
}

function leftOut({ condition }: Side): Criteria {
  if (condition.type === 'attribute' && condition.op === 'known')
    return withPieces(condition, [['op'], 'unknown']) ?? { none: [condition] }
  const deed = plainDeed(condition)
  return deed === undefined ? { none: [condition] } : denied(deed)
}

function asked({ part, condition }: Side): Criteria {
  if (condition.type === 'attribute' && condition.op === 'unknown')
    return withPieces(condition, [['op'], 'known']) ?? { none: [condition] }
  const deed = 'none' in part ? undefined : plainDeed(condition)
  return deed === undefined ? condition : done(deed)
}
