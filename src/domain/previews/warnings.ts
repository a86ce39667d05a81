import { percentOf } from '#kernel/text.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { countOfEntity, type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { type Bitset, count, countShared } from '../members/bitset.ts'
import { symmetricDifference } from '../members/encode.ts'
import type { ComparedSegment } from './overlaps.ts'
import { TYPED_COUNT_SHARE } from '../proposals/schema.ts'
import type { Warning } from './shown.ts'

/** RFM scores of fewer buyers than this say little. */
const FEW_BUYERS = 100
/** A column that is known of fewer customers than this makes a thin audience. */
const MOSTLY_KNOWN = 0.5

export interface Counted {
  readonly entity: Entity
  readonly members: Bitset
  readonly total: number
  readonly buyers: number
  /** Customers without a counted order. */
  readonly nonBuyers: Bitset
  /** Each condition, with whoever passes it; where it is under `none`, with everybody else. */
  readonly leaves: readonly { readonly condition: Condition; readonly members: Bitset }[]
  readonly segments: readonly ComparedSegment[]
  /** Does any condition, also inside the segments that are named, read RFM scores? */
  readonly usesRfm: boolean
  /** The share of customers for whom a column has a value. */
  filled(field: string): number
  /** What is not known of who was in a segment once, where a condition asks for it. */
  unrecorded(condition: Condition): string | undefined
  /** A time that a condition asks for and that has not begun, in words. */
  toCome(condition: Condition): string | undefined
}

/** What should make people look twice before they go on. */
export const warningsOf = (counted: Counted): readonly Warning[] => [
  ...size(counted),
  ...sameAsSegment(counted),
  ...unknownValues(counted),
  ...neverBought(counted),
  ...fewBuyers(counted),
  ...beforeHistory(counted),
]

function size({ entity, members, total, leaves, toCome }: Counted): readonly Warning[] {
  const n = count(members)
  if (n === 0) {
    const [ahead] = leaves.flatMap(({ condition }) => toCome(condition) ?? [])
    const why = ahead === undefined ? '' : `: “${ahead}” is still to come`
    return [{ kind: 'nobody', message: `Nobody matches these criteria${why}` }]
  }
  if (n === total)
    return [{ kind: 'everybody', message: `Everybody matches: all ${countOfEntity(total, entity)}` }]
  if (n <= TYPED_COUNT_SHARE * total) return []
  const message = `${countOfEntity(n, entity)} is ${percentOf(n, total)} of everybody: check that no condition is missing`
  return [{ kind: 'large', message }]
}

function sameAsSegment({ members, segments }: Counted): readonly Warning[] {
  if (count(members) === 0) return []
  return segments
    .filter((segment) => symmetricDifference(segment.members, members) === 0)
    .map(({ name }) => ({ kind: 'same_as_segment', message: `These are the same people as in “${name}”` }))
}

function unknownValues({ entity, leaves, filled }: Counted): readonly Warning[] {
  const fields = leaves.flatMap(({ condition }) =>
    (definitionOf(condition).columns?.(condition) ?? []).map(({ name }) => name),
  )
  return [...new Set(fields)].flatMap((field) => {
    const share = filled(field)
    if (share >= MOSTLY_KNOWN) return []
    const name = field.replace(`${ENTITY_WORDS[entity].one}.`, '').replaceAll(/[._]/g, ' ')
    const unknown = `${percentOf(1 - share, 1)} of ${ENTITY_WORDS[entity].many} have no ${name}`
    return [
      { kind: 'unknown_values' as const, message: `${unknown}, and whoever has none matches no test of it` },
    ]
  })
}

/**
 * "Spent under 100" and "not ordered in 90 days" hold for people who never bought. Whoever asks for them may
 * mean so or not, unless some condition asks for exactly the people who never bought.
 */
function neverBought({ entity, members, nonBuyers, leaves }: Counted): readonly Warning[] {
  if (entity !== 'customer') return []
  const among = countShared(members, nonBuyers)
  const n = count(members)
  if (among === 0 || among === n) return []
  const admitted = leaves.some(
    ({ condition, members: passing }) =>
      (condition.type === 'orders' || condition.type === 'purchases' || condition.type === 'rfm') &&
      countShared(passing, nonBuyers) > 0 &&
      symmetricDifference(passing, nonBuyers) > 0,
  )
  if (!admitted) return []
  const message = `This includes ${countOfEntity(among, entity)} who never ordered. With at least one order it is ${countOfEntity(n - among, entity)}`
  return [{ kind: 'never_bought', message }]
}

function fewBuyers({ entity, usesRfm, buyers }: Counted): readonly Warning[] {
  if (!usesRfm || buyers >= FEW_BUYERS) return []
  const message = `RFM scores compare customers with each other, and only ${countOfEntity(buyers, entity)} ever ordered`
  return [{ kind: 'few_buyers', message }]
}

/** Whoever came or went before a segment was first counted is missing, which the count alone does not show. */
const beforeHistory = ({ leaves, unrecorded }: Counted): readonly Warning[] =>
  [...new Set(leaves.flatMap(({ condition }) => unrecorded(condition) ?? []))].map((message) => ({
    kind: 'history_begins',
    message,
  }))
