import { type Compilable, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Bitset, ids } from '../members/bitset.ts'
import type { Entity } from './entity.ts'

/** The id that a customer, `c` in the statement, is shown by: of the generic source where it is known there. */
export const shownIdOfCustomer = sql<string | null>`(
  SELECT n.external_id FROM identities AS n WHERE n.customer_id = c.id
  ORDER BY n.source != 'default', n.source, n.external_id LIMIT 1)`

/** Internal ids in one statement. */
const BLOCK = 5000

/** The members' ids as they were imported, one each, in the order of the internal ids. */
export function* externalIds(reader: Reader, entity: Entity, members: Bitset): Generator<string> {
  let block: number[] = []
  for (const id of ids(members)) {
    block.push(id)
    if (block.length < BLOCK) continue
    yield* namesOf(reader, entity, block)
    block = []
  }
  if (block.length > 0) yield* namesOf(reader, entity, block)
}

const namesOf = (reader: Reader, entity: Entity, block: readonly number[]): string[] =>
  reader.all(NAMES[entity](block)).map((row) => row.external_id)

const among = (block: readonly number[]) =>
  sql<number>`(SELECT value FROM json_each(${JSON.stringify(block)}))`

const NAMES = {
  customer: (block) =>
    query
      .selectFrom('identities')
      .select(({ fn }) => fn.min('external_id').as('external_id'))
      .where('customer_id', 'in', among(block))
      .groupBy('customer_id')
      .orderBy('customer_id'),
  company: (block) =>
    query.selectFrom('companies').select('external_id').where('id', 'in', among(block)).orderBy('id'),
  person: (block) =>
    query.selectFrom('people').select('external_id').where('id', 'in', among(block)).orderBy('id'),
} as const satisfies Record<Entity, (block: readonly number[]) => Compilable<{ external_id: string }>>
