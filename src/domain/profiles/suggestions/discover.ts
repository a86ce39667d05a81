import { and, andNot, count } from '../../members/bitset.ts'
import type { ProfileParameters } from '../parameter.ts'
import { keyOf } from './about.ts'
import { performance } from './back-test.ts'
import { bestGroup, type Group } from './cover.ts'
import { type Attribute, type Held, held } from './held.ts'
import { lifts } from './lifts.ts'
import { evidenceOf, isProfile, withoutSeparators } from './search.ts'
import type { Evidence, Performance } from './shown.ts'
import { missRate } from './statistics/false-discovery.ts'
import { stepwise } from './stepwise.ts'
import { attempts, type Examined, type Tried } from './trial.ts'

/** Different kinds of good records, at most. */
const MOST_GROUPS = 4

/** A profile that the data speaks for. */
export interface Discovered {
  readonly parameters: ProfileParameters
  /** For each of its parameters. */
  readonly evidence: readonly (Evidence & { readonly heldUp: boolean })[]
  /** Of all records whose outcome is known. */
  readonly earlier: Performance
  readonly later: Performance
  /** Whether it picks good records more often than chance among the later ones, which were not looked at. */
  readonly heldUp: boolean
}

export interface Discovery {
  readonly profiles: readonly Discovered[]
  readonly tried: number
  readonly separators: readonly Attribute[]
}

interface Built {
  readonly parameters: readonly Held[]
  readonly by: readonly Tried[]
}

/**
 * Whole profiles from outcomes: what sets most good records apart becomes filters, what tells them apart among those that
 * pass becomes scores; then the same among the records that are left, by other attributes. One profile in which all that
 * counts scores takes their place where the earlier records are told apart as well by it.
 */
export function discover(given: Omit<Examined, 'parameters'>): Discovery {
  const { attributes, separators } = withoutSeparators(given)
  const examined = { ...given, attributes }
  const groups = groupsOf(examined)
  const one = [scoring({ ...examined, parameters: [] })]
  const all = rankingOf(groups, examined) > rankingOf(one, examined) + WORTH_GROUPS ? groups : one
  const told = all.reduce((sum, { by }) => sum + by.length, 0)
  const miss = missRate(told, Math.max(told, attributes.length))
  return {
    profiles: all.flatMap((built) => discovered(built, miss, examined)),
    tried: attributes.length,
    separators,
  }
}

/** What groups have to add to how well good records stand above bad ones. */
const WORTH_GROUPS = 0.01

function groupsOf(examined: Omit<Examined, 'parameters'>): readonly Built[] {
  const found: Built[] = []
  let left = examined.everyone
  let unused = examined.attributes
  while (found.length < MOST_GROUPS) {
    const group = bestGroup(unused, left, examined.observed)
    if (group === undefined) break
    const built = withScores(group, examined)
    found.push(built)
    left = andNot(left, group.members)
    const used = new Set(built.by.map(({ trial }) => trial.about))
    unused = unused.filter((attribute) => !used.has(keyOf(attribute)))
  }
  return found
}

const rankingOf = (all: readonly Built[], { observed }: Pick<Examined, 'observed'>): number =>
  performance(
    all.map(({ parameters }) => parameters).filter((parameters) => parameters.length > 0),
    observed,
    observed.earlier,
  ).ranking ?? 0

/** What a group has in common as filters, and as scores what tells its members apart. */
function withScores(group: Group, examined: Omit<Examined, 'parameters'>): Built {
  const filters = group.asked.map((attribute) => held(attribute, 'filter'))
  const scores = scoring({ ...examined, parameters: filters })
  return { parameters: [...filters, ...scores.parameters], by: [...group.attributes, ...scores.by] }
}

function scoring(examined: Examined): Built {
  const by = stepwise(
    attempts(lifts.trials(examined), examined.observed).map(({ trial }) => trial),
    [],
    examined.observed,
  )
  const swaps = by.map(({ trial, found }) => trial.swap(found)?.after ?? undefined)
  return {
    parameters: swaps.filter((one) => one !== undefined),
    by: by.filter((_, at) => swaps[at] !== undefined),
  }
}

function discovered(
  { parameters, by }: Built,
  miss: number,
  { observed }: Pick<Examined, 'observed'>,
): readonly Discovered[] {
  const plain = parameters.map(({ parameter }) => parameter)
  if (!isProfile(plain)) return []
  const { good, later } = observed
  const performed = performance([parameters], observed, later)
  const base = count(and(later, good)) / Math.max(1, count(later))
  return [
    {
      parameters: plain,
      evidence: by.map((one) => {
        const { evidence, heldUp } = evidenceOf(one, miss, observed)
        return { ...evidence, heldUp }
      }),
      earlier: performance([parameters], observed, observed.earlier),
      later: performed,
      heldUp: performed.precision !== null && performed.precision > base,
    },
  ]
}
