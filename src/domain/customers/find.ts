import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { keyOf } from './keys.ts'

/**
 * Internal ids of the customers that a text names: by an id as imported, else by e-mail address, else by name. More
 * than one where sources share an id, or people an address or a name (the first few); none where nobody has it.
 */
export function findCustomers(reader: Reader, text: string): readonly number[] {
  const wanted = text.trim()
  const sameId = query
    .selectFrom('identities')
    .select('customer_id')
    .distinct()
    .where('external_id', '=', wanted)
    .orderBy('customer_id')
  // The primary key begins with the source: only an id that "default" doesn't know costs a pass over all.
  for (const ids of [sameId.where('source', '=', 'default'), sameId]) {
    const found = reader.all(ids)
    if (found.length > 0) return found.map((identity) => identity.customer_id)
  }
  const email = keyOf('email', wanted)
  if (email === null) return []
  const byEmail = query.selectFrom('customer_keys').select('id').where('email', '=', email).orderBy('id')
  const found = reader.all(byEmail).map(({ id }) => id)
  return found.length > 0 || /[\d@]/.test(wanted) ? found : findByName(reader, foldText(wanted))
}

/** The internal id of the customer whom a source knows by an id, as a query: one row, or none. */
export const customerKnownAs = (source: string, externalId: string) =>
  query
    .selectFrom('identities')
    .select('customer_id')
    .where('source', '=', source)
    .where('external_id', '=', externalId)

/** So many are enough to ask which one is meant. */
const ENOUGH = 6

/** By first name, last name or both; a pass over all names, unlike ids and addresses. */
const findByName = (reader: Reader, name: string): readonly number[] =>
  reader
    .all(
      query
        .selectFrom('customer_keys')
        .select('id')
        .where((eb) =>
          eb.or([
            eb('first_name', '=', name),
            eb('last_name', '=', name),
            eb(sql`first_name || ' ' || last_name`, '=', name),
          ]),
        )
        .orderBy('id')
        .limit(ENOUGH),
    )
    .map(({ id }) => id)
