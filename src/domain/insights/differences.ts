import { type Instant, toIso, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { fromMinor } from '#kernel/money.ts'
import type { PlanContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count } from '../members/bitset.ts'
import type { Members, Tallied } from '../members/members.ts'
import { sameVersions } from '../members/versions.ts'
import type { Bought } from '../purchases/bought.ts'
import { RFM_PATTERNS, rfmSegmentOf } from '../rfm/patterns.ts'
import { BREAKDOWN_KINDS, breakdownQuery } from './breakdowns.ts'
import type { Group } from './comparison.ts'
import type { InsightsDeps } from './insights.ts'
import type { Difference, DifferenceBy, GroupDifferences, GroupWorth } from './shown-differences.ts'
import { toldDifferences } from './told-differences.ts'

/** Rows of one kind that anybody looks at. */
const SHOWN = 8
const ATTEMPTS = 5

const TALLIED = ['country', 'city', 'category', 'product'] as const satisfies readonly DifferenceBy[]
const ASKED: Readonly<Record<DifferenceBy, Pick<Difference, 'verb' | 'title'>>> = {
  rfm: { verb: 'In the RFM segment', title: 'Recency, frequency and spend' },
  country: { verb: 'In', title: 'Countries' },
  city: { verb: 'In', title: 'Cities' },
  category: { verb: 'Bought', title: 'Categories bought' },
  product: { verb: 'Bought', title: 'Products bought' },
}
const NO_ORDERS = 'No orders yet'

/** What tells two groups apart, both read in the same passes over the same data. */
export async function differencesBetween(
  groups: readonly [Group, Group],
  { reader, clock, members, context }: InsightsDeps,
  signal?: AbortSignal,
): Promise<GroupDifferences> {
  const asOf = toMinute(clock.now())
  const read = await readBoth(
    groups.map((group) => group.criteria),
    members,
    { asOf, signal },
  )
  const [first, second] = read.map(sideOf)
  if (first === undefined || second === undefined) throw new Error('One reading for each group')
  const ctx = context(asOf)
  const { currency } = ctx
  const worth = (side: Side, { name, criteria }: Group): GroupWorth => ({
    name: name ?? describe(criteria, ctx),
    customers: side.customers,
    buyers: side.buyers,
    spent: fromMinor(side.spent, currency),
    spentPerCustomer:
      side.customers === 0 ? null : fromMinor(Math.round(side.spent / side.customers), currency),
    ordersPerCustomer: side.customers === 0 ? null : Math.round((100 * side.orders) / side.customers) / 100,
    averageOrder: side.orders === 0 ? null : fromMinor(Math.round(side.spent / side.orders), currency),
  })
  const differences = (['rfm', ...TALLIED] as const).map((by): Difference => {
    const name = by === 'rfm' ? String : (key: string | number) => BREAKDOWN_KINDS[by].name(key, reader)
    return { by, ...ASKED[by], rows: rowsOf(first, second, by, name) }
  })
  const sides = { first: worth(first, groups[0]), second: worth(second, groups[1]) }
  const told = toldDifferences({ ...sides, differences, currency: currency.code })
  return { asOf: toIso(asOf), currency: currency.code, ...sides, differences, told }
}

interface Read {
  readonly tallied: Tallied
  readonly bought: Bought
}

/** Places and what was bought come from passes of their own, which are held to one state of the data. */
async function readBoth(
  criteria: readonly Criteria[],
  members: Members,
  { asOf, signal }: { readonly asOf: Instant; readonly signal: AbortSignal | undefined },
): Promise<readonly Read[]> {
  const options = { asOf, ...(signal && { signal }) }
  const queries = (ctx: PlanContext) => TALLIED.map((by) => breakdownQuery(by, ctx))
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const all = await members.boughtByEach(criteria, options)
    const read: Read[] = []
    for (const [at, { bought }] of all.entries()) {
      const one = criteria[at]
      if (one !== undefined) read.push({ bought, tallied: await members.tally(one, queries, options) })
    }
    const states = [...all.map(({ set }) => set), ...read.map(({ tallied }) => tallied.set)]
    const [first] = states
    if (states.every(({ versions }) => sameVersions(versions, first?.versions ?? versions))) return read
  }
  throw new ConflictError('The data changed again and again while it was read', {
    next: 'Compare again when the running import has ended.',
  })
}

type Shares = ReadonlyMap<string | number, number>

interface Side extends Pick<Bought, 'buyers' | 'orders' | 'spent'> {
  readonly customers: number
  /** How many of them have each value. */
  readonly having: Readonly<Record<DifferenceBy, Shares>>
}

function sideOf({ tallied: { set, tallies }, bought }: Read): Side {
  const having = (by: (typeof TALLIED)[number]): Shares =>
    new Map(
      (tallies[TALLIED.indexOf(by)] ?? []).flatMap(({ key, rows }) =>
        key === null || key === '' ? [] : [[key, rows] as const],
      ),
    )
  const customers = count(set.bits)
  const { buyers, orders, spent } = bought
  return {
    customers,
    buyers,
    orders,
    spent,
    having: {
      rfm: bySegment(bought.patterns, customers),
      country: having('country'),
      city: having('city'),
      category: having('category'),
      product: having('product'),
    },
  }
}

function bySegment(patterns: readonly number[], customers: number): Shares {
  const found = new Map<string, number>()
  RFM_PATTERNS.forEach((pattern, at) => {
    const name = rfmSegmentOf(pattern)
    found.set(name, (found.get(name) ?? 0) + (patterns[at] ?? 0))
  })
  const scored = patterns.reduce((sum, members) => sum + members, 0)
  return found.set(NO_ORDERS, customers - scored)
}

/** The values whose shares lie furthest apart; those that nobody has are left out. */
function rowsOf(
  first: Side,
  second: Side,
  by: DifferenceBy,
  name: (key: string | number) => string,
): Difference['rows'] {
  const share = ({ customers, having }: Side, key: string | number) =>
    customers === 0 ? 0 : (having[by].get(key) ?? 0) / customers
  return [...new Set([...first.having[by].keys(), ...second.having[by].keys()])]
    .map((key) => ({ key, first: share(first, key), second: share(second, key) }))
    .filter((row) => row.first + row.second > 0)
    .toSorted((a, b) => Math.abs(b.first - b.second) - Math.abs(a.first - a.second))
    .slice(0, SHOWN)
    .map(({ key, ...shares }) => ({ label: name(key), ...shares }))
}
