import { type Compilable, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import type { Entity } from '../entities/entity.ts'
import { createKeeper } from '../vocabulary/kept.ts'
import type { Preview } from './schema.ts'

type Freshness = Preview['freshness']

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

const EVER = Number.MAX_SAFE_INTEGER

/** How new the data is that criteria read: asked of the database once for each version of a source. */
export function createFreshness(
  reader: Reader,
): (asked: { sources: readonly Source[]; entity: Entity; asOf: Instant }) => Freshness {
  const keep = createKeeper(reader)
  const kept = TIMED.map((name) => ({
    name,
    newest: keep({ sources: [name], make: (on) => newestUntil(on, name, EVER) }),
  }))
  return ({ sources, entity, asOf }) => [
    ...kept.flatMap(({ name, newest }) => {
      if (!sources.includes(name)) return []
      const at = newest()
      // Rows dated after now are invisible, here too.
      const visible = at !== null && at > asOf ? newestUntil(reader, name, asOf) : at
      return [{ source: name, latest: visible === null ? null : toIso(visible) }]
    }),
    ...(sources.includes('scores') ? [scoredAt(reader, entity)] : []),
  ]
}

/** When scores were computed last: that may be without any of them being another one, so it is not kept. */
function scoredAt(reader: Reader, entity: Entity): Freshness[number] {
  const scored = reader.get(query.selectFrom('scorings').select('as_of').where('entity', '=', entity))
  return { source: 'scores', latest: scored === undefined ? null : toIso(scored.as_of) }
}

const newestUntil = (reader: Reader, name: keyof typeof LATEST, until: Instant): Instant | null =>
  reader.get(LATEST[name](until))?.at ?? null
