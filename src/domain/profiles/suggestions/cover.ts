import { and, type Bitset, count, countShared } from '../../members/bitset.ts'
import { keyOf } from './about.ts'
import type { Attribute } from './held.ts'
import { compare, type Observed } from './observed.ts'
import { threshold } from './statistics/false-discovery.ts'
import { attempt, type AttributeTrial, isSteady, isTryable, type Tried } from './trial.ts'

/** Good records that have the same attributes. */
export interface Group {
  readonly attributes: readonly Tried[]
  readonly members: Bitset
  /** What its attributes are about. */
  readonly asked: readonly Attribute[]
}

const MOST_ATTRIBUTES = 4
/** Beginnings that are followed to their ends. */
const BEAM = 4
/** Of the good records that are left, a group holds so many at least. */
const LEAST_SHARE = 0.1
const LEAST_GOOD = 15

/**
 * The attributes that set most good records apart from bad ones: rules grown one attribute at a time by weighted relative
 * accuracy, as CN2-SD does (Lavrač et al., JMLR 5, 2004), each attribute with a test of its own among those who have
 * the ones before it. Undefined where nothing sets enough of them apart.
 */
export function bestGroup(
  attributes: readonly Attribute[],
  within: Bitset,
  observed: Observed,
): Group | undefined {
  const beginnings = refinements({ attributes: [], asked: [], members: within }, attributes, within, observed)
  return beginnings
    .slice(0, BEAM)
    .map((group) => grown(group, attributes, within, observed))
    .toSorted((a, b) => accuracy(b, within, observed) - accuracy(a, within, observed))[0]
}

function grown(group: Group, attributes: readonly Attribute[], within: Bitset, observed: Observed): Group {
  if (group.asked.length >= MOST_ATTRIBUTES) return group
  const [best] = refinements(group, attributes, within, observed)
  return best === undefined ? group : grown(best, attributes, within, observed)
}

/** The same group with one attribute more, where that sets more apart, the best first. */
function refinements(
  group: Group,
  attributes: readonly Attribute[],
  within: Bitset,
  observed: Observed,
): readonly Group[] {
  const { good, earlier } = observed
  const taken = new Set(group.asked.map(keyOf))
  const tried = attributes
    .filter((attribute) => !taken.has(keyOf(attribute)))
    .map((attribute) => ({ attribute, ...attempt(trialOf(attribute, group.members, observed), observed) }))
    .filter(isTryable)
  const limit = threshold(tried.map(({ p }) => p))
  const now = accuracy(group, within, observed)
  const enough = Math.max(LEAST_GOOD, LEAST_SHARE * countShared(and(within, earlier), good))
  return tried
    .filter(({ p, found }) => p <= limit && p < 1 && found.lift > 1)
    .map(({ attribute, ...one }) => ({
      attributes: [...group.attributes, one],
      asked: [...group.asked, attribute],
      members: and(group.members, attribute.members),
    }))
    .filter((next) => countShared(and(next.members, earlier), good) >= enough)
    .map((next) => ({ next, accuracy: accuracy(next, within, observed) }))
    .filter((one) => one.accuracy > now)
    .toSorted((a, b) => b.accuracy - a.accuracy)
    .map(({ next }) => next)
    .filter(({ attributes: all }) => all.slice(-1).every((one) => isSteady(one, observed)))
}

/** Weighted relative accuracy: how many more good records are in it than in as many drawn at random, of all. */
function accuracy({ members, asked }: Group, within: Bitset, { good, earlier }: Observed): number {
  if (asked.length === 0) return 0
  const all = and(within, earlier)
  const mine = and(members, all)
  return countShared(mine, good) / count(all) - (count(mine) * countShared(all, good)) / count(all) ** 2
}

function trialOf(attribute: Attribute, members: Bitset, observed: Observed): AttributeTrial {
  const comparison = {
    members: attribute.members,
    among: attribute.known === null ? members : and(members, attribute.known),
    strata: [members],
  }
  return {
    kind: 'lift',
    about: keyOf(attribute),
    claim: 'differs',
    comparison,
    compare: (part) => compare(comparison, observed, part),
    swap: () => undefined,
  }
}
