import { and, andNot, type Bitset, count, countShared } from '../../../members/bitset.ts'
import { WHOLE_CREDIT } from '../../score.ts'
import { fitOfHeld, type Held, knownOf } from '../held.ts'
import type { Compared } from '../observed.ts'
import { sum } from '../statistics/lift.ts'
import { type Grouped, logistic } from '../statistics/logistic.ts'
import { upperTail } from '../statistics/normal.ts'
import type { Examined, Trial } from '../trial.ts'
import { wholeWeight } from '../weigh.ts'
import type { KindOfSuggestion } from './define.ts'

/** Something that is scored tells more than its weight says, beside all else that is scored, or less. */
export const weight: KindOfSuggestion = {
  kind: 'weight',
  trials(examined) {
    const scores = examined.parameters.filter(({ parameter }) => parameter.mode === 'score')
    if (scores.length < 2) return []
    return scores.map(
      (one): Trial => ({
        kind: 'weight',
        about: one,
        claim: 'differs',
        compare: (part) => weighed(one, scores, examined, part)?.compared ?? NOTHING,
        swap() {
          const { parameter } = one
          const better = weighed(one, scores, examined, examined.observed.earlier)?.weight
          if (parameter.mode !== 'score' || better === undefined) return undefined
          // What is worth nothing, or the contrary, should not count at all.
          if (better < 0.5) return { before: one, after: null }
          const rounded = wholeWeight(better)
          return rounded === parameter.weight
            ? undefined
            : { before: one, after: { ...one, parameter: { ...parameter, weight: rounded } } }
        },
      }),
    )
  },
}

const NOTHING: Compared = {
  lift: 1,
  error: Infinity,
  odds: 1,
  oddsError: Infinity,
  z: 0,
  p: 1,
  table: sum([]),
}

/**
 * The log odds of a good outcome are a + c × (points of the others) + b × (credit of this one): its weight is right
 * where b = c × weight, which is tested by the difference’s standard error, and b ÷ c would be right.
 */
function weighed(one: Held, scores: readonly Held[], examined: Examined, part: Bitset) {
  const { parameter } = one
  if (parameter.mode !== 'score') return undefined
  const { observed, parameters, everyone } = examined
  const within = and(knownOf(fitOfHeld(parameters, everyone), one), part)
  const fitted = logistic(
    grouped(
      within,
      one,
      scores.filter((other) => other !== one),
      observed.good,
    ),
  )
  if (fitted === undefined) return undefined
  const [, c = 0, b = 0] = fitted.coefficients
  const [, [, varianceOfC = 0, shared = 0] = [], [, , varianceOfB = 0] = []] = fitted.covariance
  // Points that tell nothing are no measure.
  if (c <= 2 * Math.sqrt(varianceOfC)) return undefined
  const { weight } = parameter
  const error = Math.sqrt(varianceOfB + weight ** 2 * varianceOfC - 2 * weight * shared)
  const z = (b - c * weight) / error
  const [having, lacking] = [and(within, one.members), andNot(within, one.members)]
  const [withGood, withoutGood] = [countShared(having, observed.good), countShared(lacking, observed.good)]
  const table = {
    withGood,
    withBad: count(having) - withGood,
    withoutGood,
    withoutBad: count(lacking) - withoutGood,
  }
  const odds = Math.exp(z * error)
  const p = Math.min(1, 2 * upperTail(Math.abs(z)))
  const compared: Compared = { lift: odds, error, odds, oddsError: error, z, p, table }
  return { compared, weight: b / c }
}

/** Records of the same points by the others and of the same credit by this one, together. */
function grouped(within: Bitset, one: Held, others: readonly Held[], good: Bitset): readonly Grouped[] {
  let groups: readonly { readonly points: number; readonly members: Bitset }[] = [
    { points: 0, members: within },
  ]
  for (const other of others) {
    const parts = creditParts(other, within)
    const next = new Map<number, Bitset>()
    for (const { points, members } of groups) {
      for (const { credit, members: part } of parts) {
        const both = and(members, part)
        if (!both.some(Boolean)) continue
        const key = points + credit * weightOf(other)
        const before = next.get(key)
        next.set(key, before === undefined ? both : before.map((word, at) => word | (both[at] ?? 0)))
      }
    }
    groups = [...next].map(([points, members]) => ({ points, members }))
  }
  return groups.flatMap(({ points, members }) =>
    creditParts(one, members).map(({ credit, members: part }) => ({
      x: [points, credit],
      good: countShared(part, good),
      all: count(part),
    })),
  )
}

const weightOf = ({ parameter }: Held): number => (parameter.mode === 'score' ? parameter.weight : 0)

/** Records by the credit that a parameter gives them, from 0 to 1. */
function creditParts({ parameter, members, grades }: Held, within: Bitset) {
  const bands = [
    { members, credit: 1 },
    ...(parameter.mode === 'score' ? (parameter.grades ?? []) : []).map(({ credit }, at) => ({
      members: grades[at] ?? members,
      credit: credit / WHOLE_CREDIT,
    })),
  ]
  let left = within
  const parts = bands.map((band) => {
    const part = and(left, band.members)
    left = andNot(left, band.members)
    return { credit: band.credit, members: part }
  })
  return [...parts, { credit: 0, members: left }]
}
