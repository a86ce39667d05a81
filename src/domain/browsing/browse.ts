import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { criteriaBehind } from '../explanations/criteria-behind.ts'
import { count } from '../members/bitset.ts'
import type { DataVersions, Members } from '../members/members.ts'
import { membersBehind, type Order, type Place } from '../members/order.ts'
import { readVersions } from '../members/read-versions.ts'
import { sameVersions } from '../members/versions.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import { readWorkspace } from '../workspace/workspace.ts'
import { type Cursor, cursorText, readCursor } from './cursor.ts'
import { readRows } from './rows.ts'
import { searchCriteria } from './search.ts'
import type { CustomerPage, CustomerRow, Direction, Sort } from './shown.ts'
import { sorts } from './sorts.ts'

export interface BrowseOptions {
  readonly sort: Sort
  readonly direction: Direction
  readonly search: string
  /** `next` of the page before; the first page without one. */
  readonly cursor?: string
  /** Customers on a page. */
  readonly most: number
  /** Shortens names and addresses, for those who may not see them whole. */
  readonly masked: boolean
  readonly signal?: AbortSignal
}

/** Lists of customers for signed-in humans. Not among the services of tools: what models read is masked. */
export interface Browsing {
  /** A page of a segment's members, as its criteria are now. Throws InputError for a bad cursor. */
  customers(segment: string, options: BrowseOptions): Promise<CustomerPage>
  /** The first of all customers who match a search, those who spent most first; nobody for an empty one. */
  find(search: string, options: Pick<BrowseOptions, 'masked' | 'signal'>): Promise<readonly CustomerRow[]>
}

const ATTEMPTS = 5

export function createBrowsing(deps: {
  readonly reader: Reader
  readonly clock: Clock
  readonly members: Members
  readonly segments: Segments
  readonly previews: Previews
}): Browsing {
  const { reader, clock, members } = deps

  /** Members of criteria behind a place, with what is shown of them at the very same state of the data. */
  async function page(criteria: Criteria, wanted: Wanted) {
    const { sort, direction, cursor, asOf, most, masked, signal } = wanted
    const { by, spoken } = sorts[sort]
    const { currency } = readWorkspace(reader)
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const { set, order } = await members.ordered(criteria, by, { asOf, ...(signal && { signal }) })
      const from = cursor === undefined ? START : placeOf(cursor, order, spoken)
      // One more than is shown tells whether there is a page behind.
      const ids = membersBehind(set.bits, order, { direction, from, most: most + 1 })
      const shown = ids.slice(0, most)
      const customers = atVersions(reader, set.versions, () =>
        readRows(reader, shown, { asOf, currency, masked }),
      )
      if (customers === undefined) continue
      const last = ids.length > most ? shown.at(-1) : undefined
      return {
        customers,
        total: count(set.bits),
        currency: currency.code,
        last: last === undefined ? undefined : { id: last, value: valueOf(last, order) },
      }
    }
    throw new ConflictError('The data changed again and again while the list was read', {
      next: 'Open the list again when the running import has ended.',
    })
  }

  return {
    async customers(named, options) {
      const { direction, sort, masked } = options
      const segment = deps.segments.get(named).id
      const search = options.search.trim()
      const list = { segment, sort, direction, search }
      const cursor = options.cursor === undefined ? undefined : readCursor(options.cursor, list)
      const asOf = cursor?.asOf ?? toMinute(clock.now())
      const typed = searchCriteria(search, { whole: masked })
      const inside = criteriaBehind({ segment }, deps)
      const criteria = typed === undefined ? inside : { all: [inside, typed] }
      const { last, ...found } = await page(criteria, { ...options, cursor, asOf })
      const next = last === undefined ? null : cursorText({ ...list, asOf, ...last })
      return { ...found, asOf: toIso(asOf), next, masked }
    },
    async find(search, options) {
      const typed = searchCriteria(search, { whole: options.masked })
      if (typed === undefined) return []
      const first = { sort: 'spent', direction: 'desc', most: MOST_FOUND, cursor: undefined } as const
      const { customers } = await page(typed, { ...options, ...first, asOf: toMinute(clock.now()) })
      return customers
    },
  }
}

/** As many as somebody reads through to find one. */
const MOST_FOUND = 10

interface Wanted extends Pick<BrowseOptions, 'sort' | 'direction' | 'most' | 'masked' | 'signal'> {
  readonly cursor: Cursor | undefined
  readonly asOf: Instant
}

const START: Place = { kind: 'start' }

/** Rows of the very data that the members were read from; undefined when it moved meanwhile. */
const atVersions = <T>(reader: Reader, versions: DataVersions, read: () => T): T | undefined =>
  reader.snapshot(() =>
    sameVersions(readVersions(reader), versions, ['customers', 'orders']) ? read() : undefined,
  )

function placeOf({ value, id }: Cursor, { ids }: Order, spoken: boolean): Place {
  if (value === null) return { kind: 'unranked', id }
  if (!spoken) return { kind: 'ranked', value, id }
  const place = ids.indexOf(id)
  if (place >= 0) return { kind: 'at', place }
  throw new ConflictError('The customer at whom this page begins is not there any more', {
    next: 'Begin at the first page again.',
    path: ['cursor'],
  })
}

function valueOf(id: number, { ids, values }: Order): number | null {
  const at = ids.indexOf(id)
  return at < 0 ? null : (values[at] ?? null)
}
