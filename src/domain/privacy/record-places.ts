import { type RawBuilder, sql } from 'kysely'
import type { Entity } from '../entities/entity.ts'
import { bits, idsOf } from './bits.ts'
import { isOneOf, isOneOfWithin, type Leaving } from './leaving.ts'
import { type Place, rows } from './place.ts'

const BOTH = ['customer', 'person'] as const satisfies readonly Entity[]

/** Of tables whose rows are about records of an entity that another table tells. */
const ofRecords = (leading: string, keysOf: (entity: Entity) => RawBuilder<unknown>) => (leaving: Leaving) =>
  sql<boolean>`(${sql.join(
    BOTH.map(
      (entity) => sql`(${sql.ref(leading)} IN (SELECT key FROM (${keysOf(entity)}))
        AND ${isOneOfWithin(leading, keysOf(entity), 'record_id', idsOf(leaving, entity))})`,
    ),
    sql` OR `,
  )})`

const byEntity = (leaving: Leaving) =>
  sql<boolean>`(${sql.join(
    BOTH.map((entity) => sql`(entity = ${entity} AND ${isOneOf('record_id', idsOf(leaving, entity))})`),
    sql` OR `,
  )})`

/** Audiences from before there were others are of customers. */
const AUDIENCE_ENTITY = `coalesce(json_extract(a.definition, '$.entity'), 'customer')`

/** What is computed and remembered of customers and people alike, by their internal ids. */
export const recordPlaces: readonly Place[] = [
  rows({ table: 'scores', what: 'scores', where: byEntity, told: { view: 'scores' } }),
  rows({
    table: 'score_moves',
    what: 'moves of scores',
    where: ofRecords(
      'change_id',
      (entity) => sql`SELECT id AS key FROM score_changes WHERE entity = ${entity}`,
    ),
  }),
  rows({
    table: 'audience_moves',
    what: 'moves in audiences',
    where: ofRecords(
      'change_id',
      (entity) => sql`SELECT c.id AS key FROM audience_changes c JOIN audiences a ON a.id = c.audience_id
        WHERE ${sql.raw(AUDIENCE_ENTITY)} = ${entity}`,
    ),
  }),
  rows({
    table: 'answers',
    what: 'answers of a model',
    where: ofRecords(
      'question',
      (entity) => sql`SELECT number AS key FROM questions WHERE entity = ${entity}`,
    ),
    told: {
      view: 'v_answers',
      where: ({ customers, people }) =>
        sql<boolean>`(${isOneOf('customer_id', customers)} OR ${isOneOf('person_id', people)})`,
    },
  }),
  rows({
    table: 'export_accounts',
    what: 'places in exports of people',
    where: ({ people }) =>
      sql<boolean>`export IN (SELECT number FROM exports WHERE entity = 'person') AND ${isOneOf('record_id', people)}`,
  }),
  bits({
    table: 'exports',
    what: 'members that exports remember',
    key: 'number',
    columns: ['members', 'email_consented', 'sms_consented'],
    entities: 'SELECT number AS key, entity FROM exports',
  }),
  bits({
    table: 'audience_members',
    what: 'members that audiences remember',
    key: 'audience_id',
    columns: ['members'],
    entities: `SELECT m.audience_id AS key, ${AUDIENCE_ENTITY} AS entity
      FROM audience_members m JOIN audiences a ON a.id = m.audience_id`,
  }),
  bits({
    table: 'previews',
    what: 'members of previews',
    key: 'id',
    columns: ['members'],
    entities: 'SELECT id AS key, entity FROM previews',
  }),
  bits({
    table: 'routing_rules',
    what: 'people whom rules know',
    key: 'id',
    columns: ['seen'],
    entities: 'SELECT id AS key, entity FROM routing_rules',
  }),
  bits({
    table: 'question_runs',
    what: 'people of whom questions are asked',
    key: 'number',
    columns: ['members'],
    entities:
      'SELECT r.number AS key, q.entity FROM question_runs r JOIN questions q ON q.number = r.question',
  }),
]
