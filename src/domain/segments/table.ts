import { query, type Reader } from '#db/run.ts'
import { type Clock, toIso, toMinute } from '#kernel/clock.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { type Currency, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count } from '../members/bitset.ts'
import type { Members } from '../members/members.ts'
import { type StoredFigures, storedFigures } from './figures.ts'
import { lastTrends } from './last-trends.ts'
import type { Segments } from './read.ts'
import type { Segment } from './schema.ts'
import type { FullFigures, SegmentRow, ShownFigures } from './shown-table.ts'

/** What the table can be sorted by, the least first, or the most with a minus before it. */
const SEGMENT_SORTS = ['name', 'customers', 'revenue', 'average_order'] as const
type SegmentSort = (typeof SEGMENT_SORTS)[number]
const PAGE_SIZE = 25

export interface SegmentTableOptions {
  readonly search?: string | undefined
  /** `revenue`, `-revenue`; without one the defaults stand first, in the order of their rules. */
  readonly sort?: string | undefined
  /** From 1. */
  readonly page?: string | undefined
  readonly signal?: AbortSignal
}

export interface SegmentTablePage {
  readonly segments: readonly (SegmentRow & Pick<Segment, 'criteria'>)[]
  readonly found: number
  readonly page: number
  readonly pages: number
  /** All customers there are: what shares are shares of. */
  readonly total: number
  /** Customers who never ordered, whom no RFM segment holds. */
  readonly noOrders: number
  readonly currency: string
}

/** All segments side by side, and what one of them is worth: as of their last counts. */
export interface SegmentTable {
  /** Throws InputError for a sort or a page that there is not. */
  page(options: SegmentTableOptions): Promise<SegmentTablePage>
  /** Null until it was measured. Throws NotFoundError. */
  figures(idOrName: string): FullFigures | null
}

const NO_ORDERS: Criteria = { type: 'orders', measure: 'count', op: '=', value: 0 }

export function createSegmentTable(deps: {
  readonly reader: Reader
  readonly clock: Clock
  readonly segments: Segments
  readonly members: Members
  workspace(): { readonly currency: Currency }
}): SegmentTable {
  const { reader, clock, segments, members } = deps
  return {
    async page({ search = '', sort, page, signal }) {
      const order = orderOf(sort)
      const options = { asOf: toMinute(clock.now()), ...(signal && { signal }) }
      const [everyone, without] = await Promise.all([
        members.everyone(options),
        members.of(NO_ORDERS, options),
      ])
      const total = count(everyone.bits)
      const noOrders = count(without.bits)
      const { currency } = deps.workspace()
      return reader.snapshot(() => {
        const stored = storedFigures(reader)
        const found = segments.list({ search }).map((segment) => ({
          segment,
          figures: shownFigures(segment, stored.get(segment.id), currency),
        }))
        const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
        const at = pageOf(page, pages)
        const shown = found.toSorted(order).slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
        const trends = lastTrends(
          reader,
          shown.map(({ segment }) => segment.id),
        )
        return {
          segments: shown.map(({ segment, figures }) => ({
            ...segment,
            figures,
            trend: trends.get(segment.id) ?? null,
            emptyBecause: emptyBecause(segment, total - noOrders),
          })),
          found: found.length,
          page: at,
          pages,
          total,
          noOrders,
          currency: currency.code,
        }
      })
    },
    figures(idOrName) {
      const segment = segments.get(idOrName)
      const stored = storedFigures(reader, segment.id).get(segment.id)
      const { currency } = deps.workspace()
      const shown = shownFigures(segment, stored, currency)
      if (stored === undefined || shown === null) return null
      return {
        ...shown,
        currency: currency.code,
        patterns: [...stored.patterns],
        products: stored.products.map(({ id, customers, spent }) => ({
          title: titleOf(reader, id),
          customers,
          spent: fromMinor(spent, currency),
        })),
      }
    },
  }
}

/** Null where the segment was changed or counted since it was measured: other members would be meant. */
function shownFigures(
  { version, refreshedAt, members, kind }: Segment,
  stored: StoredFigures | undefined,
  currency: Currency,
): ShownFigures | null {
  if (stored === undefined || stored.version !== version || stored.members !== members) return null
  if (kind !== 'list' && toIso(stored.asOf) !== refreshedAt) return null
  const { asOf, buyers, orders, spent } = stored
  return {
    asOf: toIso(asOf),
    customers: stored.members,
    buyers,
    orders,
    revenue: fromMinor(spent, currency),
    averageOrder: orders === 0 ? null : fromMinor(Math.round(spent / orders), currency),
  }
}

interface Found {
  readonly segment: Segment
  readonly figures: ShownFigures | null
}

const VALUES: Readonly<Record<Exclude<SegmentSort, 'name'>, (found: Found) => number | null>> = {
  customers: ({ segment }) => segment.members,
  revenue: ({ figures }) => figures?.revenue ?? null,
  average_order: ({ figures }) => figures?.averageOrder ?? null,
}

/** Ties are in the order of names; what has no value stands last either way. */
function orderOf(sort: string | undefined): (a: Found, b: Found) => number {
  if (sort === undefined || sort === '') return () => 0
  const down = sort.startsWith('-')
  const by = SEGMENT_SORTS.find((known) => known === (down ? sort.slice(1) : sort))
  if (by === undefined) {
    throw new InputError(`Segments can’t be sorted by “${sort}”`, {
      next: 'Choose one of these; a minus before it puts the most first.',
      choices: SEGMENT_SORTS.flatMap((known) => [known, `-${known}`]),
      path: ['sort'],
    })
  }
  const sign = down ? -1 : 1
  const byName = (a: Found, b: Found) => a.segment.name.localeCompare(b.segment.name, 'en')
  if (by === 'name') return (a, b) => sign * byName(a, b)
  const value = VALUES[by]
  return (a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b)
    return sign * (x - y) || byName(a, b)
  }
}

function pageOf(page: string | undefined, pages: number): number {
  if (page === undefined || page === '') return 1
  const at = /^[1-9]\d{0,6}$/.test(page) ? Number(page) : undefined
  if (at !== undefined && at <= pages) return at
  throw new InputError(`There is no page “${page}”`, {
    next: pages === 1 ? 'There is one page.' : `Choose a page from 1 to ${pages}.`,
    choices: pages === 1 ? ['1'] : ['1', String(pages)],
    path: ['page'],
  })
}

function emptyBecause({ kind, members, description }: Segment, buyers: number): string | null {
  if (kind !== 'default' || members !== 0) return null
  if (buyers === 0) return 'Nobody has ordered yet. It fills when orders are imported.'
  return `Of the ${countOf(buyers, 'customer')} with an order nobody fits “${description}”: customers are scored against each other, so this changes as orders arrive.`
}

function titleOf(reader: Reader, id: number): string {
  const product = reader.get(query.selectFrom('products').select('title').where('id', '=', id))
  if (product !== undefined) return product.title
  throw new NotFoundError(`There is no product ${id} any more`, { next: 'Refresh the segment.' })
}
