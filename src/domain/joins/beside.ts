import { query, type Writer } from '#db/run.ts'
import { ADDRESS, isOfAddress, PLAIN } from '../imports/tables/customers.ts'
import { type Before, beforeFrom } from './before.ts'

type Side = Before['kept']
interface Later {
  readonly id: number
  readonly before: Before
}

/** The joins of a customer that were made after one of its joins, and stand: what they brought stays when that ends. */
export function laterJoins(
  writer: Pick<Writer, 'all'>,
  { id, own_id: ownId, kept }: { readonly id: number; readonly own_id: number; readonly kept: number },
): readonly Later[] {
  return writer
    .all(
      query
        .selectFrom('joins as j')
        .innerJoin('identities as i', (on) =>
          on.onRef('i.source', '=', 'j.source').onRef('i.external_id', '=', 'j.external_id'),
        )
        .select(['j.id', 'j.before'])
        .distinct()
        .where('i.customer_id', '=', kept)
        .where('j.id', '>', id)
        // Another source of the same one that went over.
        .where('j.own_id', '!=', ownId)
        .where('j.separated_at', 'is', null)
        .orderBy('j.id'),
    )
    .flatMap((join) => (join.before === null ? [] : [{ id: join.id, before: beforeFrom(join.before) }]))
}

/** What a customer would have without one of its joins: what it was before that, and what later ones brought. */
export const withLater = (kept: Side, later: readonly Later[]): Side =>
  later.reduce((side, { before }) => both(side, before.gone), kept)

/** Takes out of what later joins remember of the customer what it only had of the one that leaves it. */
export function forgetIn(
  writer: Writer,
  later: readonly Later[],
  { before, source }: { readonly before: Before; readonly source: string },
): void {
  for (const [place, join] of later.entries()) {
    const without = withLater(before.kept, later.slice(0, place))
    const kept = less(join.before.kept, { without, gone: before.gone, source })
    const remembered = JSON.stringify({ ...join.before, kept } satisfies Before)
    writer.run(query.updateTable('joins').set({ before: remembered }).where('id', '=', join.id))
  }
}

/** As joining does it: own attributes first, an address as a whole; of two consents the later, or the one that says no. */
function both(one: Side, other: Side): Side {
  const lives = ADDRESS.some((column) => (one.columns[column] ?? null) !== null)
  const columns = PLAIN.map((column) => {
    const own = one.columns[column] ?? null
    return [column, (isOfAddress(column) ? lives : own !== null) ? own : (other.columns[column] ?? null)]
  })
  const consents = new Map(one.consents.map((consent) => [consent.channel, consent]))
  for (const consent of other.consents) {
    const had = consents.get(consent.channel)
    const later = (consent.changed_at ?? 0) - (had?.changed_at ?? 0)
    if (had === undefined || later > 0 || (later === 0 && consent.state === 'unsubscribed'))
      consents.set(consent.channel, consent)
  }
  return {
    columns: Object.fromEntries(columns),
    consents: [...consents.values()],
    labels: united(one.labels, other.labels, labelKey),
    lists: united(one.lists, other.lists, String),
    memberships: united(one.memberships, other.memberships, membershipKey),
  }
}

function less(
  side: Side,
  { without, gone, source }: { readonly without: Side; readonly gone: Side; readonly source: string },
): Side {
  const columns = Object.entries(side.columns).map(([column, value]) => [
    column,
    value === gone.columns[column] ? (without.columns[column] ?? null) : value,
  ])
  return {
    columns: Object.fromEntries(columns),
    consents: side.consents.flatMap((consent) =>
      consent.source !== source || consent.state === 'unsubscribed'
        ? consent
        : without.consents.filter(({ channel }) => channel === consent.channel),
    ),
    labels: kept(side.labels, { without: without.labels, gone: gone.labels }, labelKey),
    lists: kept(side.lists, { without: without.lists, gone: gone.lists }, String),
    memberships: kept(
      side.memberships,
      { without: without.memberships, gone: gone.memberships },
      membershipKey,
    ),
  }
}

export const labelKey = ({ kind, key }: Side['labels'][number]): string => `${kind} ${key}`
export const membershipKey = ({ segment_id: segment, entered_at: at }: Side['memberships'][number]): string =>
  `${segment} ${at}`

function united<T>(some: readonly T[], others: readonly T[], keyOf: (one: T) => string): T[] {
  const had = new Set(some.map(keyOf))
  return [...some, ...others.filter((one) => !had.has(keyOf(one)))]
}

/** Those that did not come of the one that leaves alone. */
function kept<T>(
  rows: readonly T[],
  { without, gone }: { readonly without: readonly T[]; readonly gone: readonly T[] },
  keyOf: (one: T) => string,
): T[] {
  const had = new Set(without.map(keyOf))
  const came = new Set(gone.map(keyOf))
  return rows.filter((one) => had.has(keyOf(one)) || !came.has(keyOf(one)))
}
