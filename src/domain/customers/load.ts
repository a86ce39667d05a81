import type { Channel } from '#db/schema.ts'
import { query, type Reader } from '#db/run.ts'
import { toMinute } from '#kernel/clock.ts'
import { standing } from '../exports/standing.ts'
import { loadAnswers } from '../profiles/questions/answers-of.ts'
import { loadScore } from '../profiles/score-of.ts'
import { loadEvents, loadOrders } from './history.ts'
import type { CustomerRecord, ExportedRecord, MembershipRecord } from './record.ts'

/**
 * One customer with everything that conditions ask, in a handful of indexed reads; undefined when there is none
 * with this internal id. Cancelled orders are left out: they never count.
 */
export function loadCustomer(reader: Reader, id: number): CustomerRecord | undefined {
  return reader.snapshot(() => {
    const row = reader.get(query.selectFrom('customers').selectAll().where('id', '=', id))
    if (row === undefined) return undefined
    const { latitude, longitude, birthday, created_at, id: _id, ...text } = row
    const externalIds = externalIdsOf(reader, id)
    return {
      id,
      externalId: externalIds[0] ?? String(id),
      externalIds,
      text,
      latitude,
      longitude,
      birthday,
      createdAt: created_at,
      tags: labelsOf(reader, id, 'tag'),
      interests: labelsOf(reader, id, 'interest'),
      consent: { email: consentOf(reader, id, 'email'), sms: consentOf(reader, id, 'sms') },
      reachable: reachableOf(reader, id),
      orders: loadOrders(reader, id),
      events: loadEvents(reader, id),
      lists: listsOf(reader, id),
      memberships: membershipsOf(reader, id),
      exports: exportsOf(reader, id),
      indicators: storedValuesOf(reader, id),
      score: loadScore(reader, 'customer', id),
      answers: loadAnswers(reader, 'customer', id),
    }
  })
}

const externalIdsOf = (reader: Reader, id: number): string[] =>
  reader
    .all(
      query
        .selectFrom('identities')
        .select('external_id')
        .where('customer_id', '=', id)
        .orderBy((eb) => eb('source', '!=', 'default'))
        .orderBy('source')
        .orderBy('external_id'),
    )
    .map((identity) => identity.external_id)

const labelsOf = (reader: Reader, id: number, kind: 'tag' | 'interest'): string[] =>
  reader
    .all(
      query
        .selectFrom('customer_labels')
        .select('label')
        .where('customer_id', '=', id)
        .where('kind', '=', kind)
        .orderBy('key'),
    )
    .map(({ label }) => label)

function consentOf(reader: Reader, id: number, channel: Channel): 'subscribed' | 'unsubscribed' | null {
  const row = reader.get(
    query.selectFrom('consents').select('state').where('customer_id', '=', id).where('channel', '=', channel),
  )
  return row?.state ?? null
}

function reachableOf(reader: Reader, id: number): CustomerRecord['reachable'] {
  const facts = reader.get(
    query.selectFrom('facts').select(['email_reachable', 'sms_reachable']).where('id', '=', id),
  )
  return { email: facts?.email_reachable === 1, sms: facts?.sms_reachable === 1 }
}

const listsOf = (reader: Reader, id: number): ReadonlySet<string> =>
  new Set(
    reader
      .all(
        query
          .selectFrom('segments')
          .innerJoin('list_members', 'list_members.segment_id', 'segments.id')
          .select('segments.id')
          .where('segments.kind', '=', 'list')
          .where('customer_id', '=', id),
      )
      .map((list) => list.id),
  )

/** By segment, each of which is an index seek. */
const membershipsOf = (reader: Reader, id: number): readonly MembershipRecord[] =>
  reader
    .all(
      query
        .selectFrom('segments as s')
        .innerJoin('memberships as m', 'm.segment_id', 's.id')
        .where('m.customer_id', '=', id)
        .orderBy('m.segment_id')
        .orderBy('m.entered_at')
        .select((eb) => [
          'm.segment_id as segment',
          'm.entered_at as from',
          'm.left_at as left',
          eb
            .selectFrom('refreshes as r')
            .select('r.as_of')
            .whereRef('r.segment_id', '=', 'm.segment_id')
            .orderBy('r.id')
            .limit(1)
            .as('begins'),
        ]),
    )
    .map(({ segment, from, left, begins }) => ({
      segment,
      from,
      entered: begins !== null && from > begins ? from : null,
      left,
    }))

/** By export, each of which is an index seek. */
const exportsOf = (reader: Reader, id: number): readonly ExportedRecord[] =>
  reader
    .all(
      query
        .selectFrom('exports as e')
        .innerJoin('export_members as m', 'm.export', 'e.number')
        .where('m.customer_id', '=', id)
        .where(standing)
        .orderBy('e.number')
        .select(['e.format', 'e.finished_at']),
    )
    .flatMap(({ format, finished_at: at }) => (at === null ? [] : [{ format, at: toMinute(at) }]))

const storedValuesOf = (reader: Reader, id: number): ReadonlyMap<string, number> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('indicators')
          .innerJoin('indicator_values', 'indicator_values.indicator_id', 'indicators.id')
          .select(['indicators.id', 'value'])
          .where('customer_id', '=', id),
      )
      .map((stored) => [stored.id, stored.value]),
  )
