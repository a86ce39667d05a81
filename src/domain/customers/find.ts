import { query, type Reader } from '#db/run.ts'
import { keyOf } from './keys.ts'

/**
 * Internal ids of the customers that a text names: by an id as imported, else by e-mail address. More than one
 * where sources share an id or people share an address; none where nobody has it.
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
  return email === null
    ? []
    : reader
        .all(query.selectFrom('customer_keys').select('id').where('email', '=', email).orderBy('id'))
        .map(({ id }) => id)
}
