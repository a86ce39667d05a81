import { sql } from 'kysely'
import { isOneOf, isOutside, type Leaving, outsideOf } from './leaving.ts'
import { type Place, rows } from './place.ts'

const SAME = sql<boolean>`takes = json_extract(j.value, '$.takes') AND source = json_extract(j.value, '$.source')`
/** People at companies have the same ids in every source. */
const SAME_PERSON = sql<boolean>`takes = json_extract(j.value, '$.takes')
  AND (takes = 'people' OR source = json_extract(j.value, '$.source'))`

const ANONYMOUS = 'anonymous:'
const anonymous = ({ outside }: Leaving) =>
  outside.flatMap((one) =>
    one.id.startsWith(ANONYMOUS) ? { ...one, id: one.id.slice(ANONYMOUS.length) } : [],
  )

/** What is kept of people at companies, and of what arrives for whom it is about; those first that refer to others. */
export const peoplePlaces: readonly Place[] = [
  rows({
    table: 'signals',
    what: 'signals',
    // What a person did counts for the company that was named with it, without the person.
    where: ({ people }) => sql<boolean>`company_id IS NULL AND ${isOneOf('person_id', people)}`,
    without: { column: 'person_id', where: ({ people }) => isOneOf('person_id', people) },
    told: { view: 'v_signals', where: ({ people }) => isOneOf('person_id', people) },
  }),
  rows({
    table: 'deliveries',
    what: 'deliveries to owners and webhooks',
    where: ({ people }) => sql<boolean>`entity = 'person' AND ${isOneOf('record_id', people)}`,
    told: { view: 'deliveries' },
  }),
  rows({
    table: 'people',
    what: 'records at companies',
    where: ({ people }) => isOneOf('id', people),
    told: { view: 'v_people' },
  }),
  rows({
    table: 'waiting_events',
    what: 'events that wait for the customer',
    where: (leaving) => isOutside('customer_id', outsideOf(leaving, 'customers')),
    told: { view: 'waiting_events' },
  }),
  rows({
    table: 'waiting_signals',
    what: 'signals that wait for the person',
    where: (leaving) => isOutside('person_id', outsideOf(leaving, 'people'), sql<boolean>`TRUE`),
    told: { view: 'waiting_signals' },
  }),
  rows({
    table: 'waiting_traits',
    what: 'traits that wait for an id',
    where: (leaving) => isOutside('anonymous_id', anonymous(leaving), SAME),
  }),
  rows({
    table: 'waiting_messages',
    what: 'messages that wait for an id',
    where: (leaving) => isOutside('anonymous_id', anonymous(leaving), SAME),
  }),
  rows({
    table: 'anonymous_ids',
    what: 'anonymous ids',
    where: ({ outside }) => isOutside('user_id', outside, SAME_PERSON),
    told: { view: 'anonymous_ids' },
  }),
  rows({
    table: 'latest_words',
    what: 'times of what a store said last',
    where: ({ outside }) => sql<boolean>`(kind = 'customer' AND ${isOutside('external_id', outside)})`,
  }),
  rows({
    table: 'data_requests',
    what: 'requests for data',
    where: ({ outside }) => isOutside('customer_id', outside),
    told: { view: 'data_requests' },
  }),
  rows({
    table: 'aliases',
    what: 'former ids',
    where: ({ outside }) => isOutside('user_id', outside, SAME_PERSON),
    told: { view: 'aliases' },
  }),
]
