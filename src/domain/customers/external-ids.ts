import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Bitset, ids } from '../members/bitset.ts'

/** Internal ids in one statement. */
const BLOCK = 5000

/** The members' ids as they were imported, one a customer, in the order of the internal ids. */
export function* externalIds(reader: Reader, members: Bitset): Generator<string> {
  let block: number[] = []
  for (const id of ids(members)) {
    block.push(id)
    if (block.length < BLOCK) continue
    yield* namesOf(reader, block)
    block = []
  }
  if (block.length > 0) yield* namesOf(reader, block)
}

const namesOf = (reader: Reader, block: readonly number[]): string[] =>
  reader
    .all(
      query
        .selectFrom('identities')
        .select(({ fn }) => ['customer_id', fn.min('external_id').as('external_id')])
        .where('customer_id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(block)}))`)
        .groupBy('customer_id')
        .orderBy('customer_id'),
    )
    .map((row) => row.external_id)
