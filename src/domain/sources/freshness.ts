import { type Compilable, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import type { Entity } from '../entities/entity.ts'
import { createKeeper } from '../vocabulary/kept.ts'
import { lastFed } from './brought.ts'
import { sourceStates } from './read.ts'
import type { Freshness } from './fresh-schema.ts'

type Latest = (until: Instant) => Compilable<{ at: Instant | null }>

/** The newest row of each source whose rows have a time, up to an instant. */
const LATEST = {
  customers: (until) =>
    query
      .selectFrom('customers')
      .select(({ fn }) => fn.max('created_at').as('at'))
      .where('created_at', '<=', until),
  consents: (until) =>
    query
      .selectFrom('consents')
      .select(({ fn }) => fn.max('changed_at').as('at'))
      .where('changed_at', '<=', until),
  orders: (until) =>
    query
      .selectFrom('orders')
      .select(({ fn }) => fn.max('ordered_at').as('at'))
      .where('counted', '=', 1)
      .where('ordered_at', '<=', until),
  // One look at the end of the index for each type, instead of one at every event.
  events: (until) =>
    query.selectFrom('event_types').select(
      sql<number | null>`max((SELECT max(occurred_at) FROM events
        WHERE type_id = event_types.id AND occurred_at <= ${until}))`.as('at'),
    ),
  signals: (until) =>
    query
      .selectFrom('signals')
      .select(({ fn }) => fn.max('occurred_at').as('at'))
      .where('occurred_at', '<=', until),
} as const satisfies Partial<Record<Source, Latest>>

const TIMED = [
  'customers',
  'consents',
  'orders',
  'events',
  'signals',
] as const satisfies readonly (keyof typeof LATEST)[]

/** Whose rows have no time of their own: told of where it is known when they came. */
const UNTIMED = ['products', 'lists', 'companies', 'people'] as const satisfies readonly Source[]

const EVER = Number.MAX_SAFE_INTEGER

/**
 * How fresh the data is that criteria read: the newest row of each table (asked of the database once for each version
 * of it), when some came last, and by which source no more comes although it is due. Sources are looked at once for an
 * instant, for as many criteria as are asked of it.
 */
export function createFreshness(
  reader: Reader,
): (asOf: Instant) => (asked: { sources: readonly Source[]; entity: Entity }) => readonly Freshness[] {
  const keep = createKeeper(reader)
  const kept = TIMED.map((name) => ({
    name,
    newest: keep({ sources: [name], make: (on) => newestUntil(on, name, EVER) }),
  }))
  return (asOf) => {
    const states = sourceStates(reader, asOf)
    const arrivals = (name: Source): Pick<Freshness, 'arrived' | 'overdue'> => {
      const fed = states.flatMap(({ name: by, brought, overdue }) => {
        const at = lastFed(brought, name)
        return at === null ? [] : [{ at, by, overdue }]
      })
      if (fed.length === 0) return {}
      const overdue = [...new Set(fed.flatMap(({ by, overdue: late }) => (late ? [by] : [])))]
      const arrived = toIso(Math.max(...fed.map(({ at }) => at)))
      return { arrived, ...(overdue.length === 0 ? {} : { overdue }) }
    }
    return ({ sources, entity }) => [
      ...kept.flatMap(({ name, newest }) => {
        if (!sources.includes(name)) return []
        const at = newest()
        // Rows dated after now are invisible, here too.
        const visible = at !== null && at > asOf ? newestUntil(reader, name, asOf) : at
        return [{ source: name, latest: visible === null ? null : toIso(visible), ...arrivals(name) }]
      }),
      ...UNTIMED.flatMap((name) => {
        const came = sources.includes(name) ? arrivals(name) : {}
        return came.arrived !== undefined ? [{ source: name, latest: null, ...came }] : []
      }),
      ...(sources.includes('scores') ? [scoredAt(reader, entity)] : []),
    ]
  }
}

/** When scores were computed last: that may be without any of them being another one, so it is not kept. */
function scoredAt(reader: Reader, entity: Entity): Freshness {
  const scored = reader.get(query.selectFrom('scorings').select('as_of').where('entity', '=', entity))
  return { source: 'scores', latest: scored === undefined ? null : toIso(scored.as_of) }
}

const newestUntil = (reader: Reader, name: keyof typeof LATEST, until: Instant): Instant | null =>
  reader.get(LATEST[name](until))?.at ?? null
