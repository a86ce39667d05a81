import { and, andNot, type Bitset, count, countShared } from '../../members/bitset.ts'
import { liftOf, sum, type Lift, type Table } from './statistics/lift.ts'

/** Records whose outcome is known, each at a place of its own; all sets beside it are of places. */
export interface Observed {
  readonly size: number
  /** Those that turned out well; all others turned out badly. */
  readonly good: Bitset
  /** What is learnt from. */
  readonly earlier: Bitset
  /** What it is held against afterwards, and is not looked at before. */
  readonly later: Bitset
  /** The earlier ones in parts, by chance: what is true is true in each. */
  readonly parts: readonly Bitset[]
}

export const PARTS = 5

/** Something that some records have, compared with the others among those it can be told of. */
export interface Comparison {
  readonly members: Bitset
  readonly among: Bitset
  /** Within each, records are alike but for this. */
  readonly strata: readonly Bitset[]
}

export interface Compared extends Lift {
  readonly table: Table
}

/** How those with something fare beside those without it, in a part of all records. */
export function compare({ members, among, strata }: Comparison, { good }: Observed, part: Bitset): Compared {
  const inPart = and(among, part)
  const tables = strata.map((stratum) => tableOf(members, and(inPart, stratum), good))
  return { ...liftOf(tables), table: sum(tables) }
}

function tableOf(members: Bitset, within: Bitset, good: Bitset): Table {
  const having = and(within, members)
  const withGood = countShared(having, good)
  const withBad = count(having) - withGood
  const allGood = countShared(within, good)
  const withoutGood = allGood - withGood
  return { withGood, withBad, withoutGood, withoutBad: count(within) - allGood - withBad }
}

/** Strata cut in two by one thing more that records have or lack; those without anybody are left out. */
export const cutBy = (strata: readonly Bitset[], members: Bitset): readonly Bitset[] =>
  strata
    .flatMap((stratum) => [and(stratum, members), andNot(stratum, members)])
    .filter((one) => one.some(Boolean))
