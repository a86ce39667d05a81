import { query, type Reader } from '#db/run.ts'
import { maskedPerson } from '../customers/masked.ts'

/**
 * Text that was kept with customers as placeholders, with their ids as imported and their initials in their place. Of
 * somebody who was erased nothing is left to say.
 */
export const withNames = (reader: Reader, text: string): string =>
  text.replace(/\{customer:(\d+)\}/g, (_whole, id: string) => nameOf(reader, Number(id)))

function nameOf(reader: Reader, id: number): string {
  const names = reader.get(
    query.selectFrom('customers').select(['email', 'first_name', 'last_name']).where('id', '=', id),
  )
  const identity = reader.get(
    query
      .selectFrom('identities')
      .select('external_id')
      .where('customer_id', '=', id)
      .orderBy((eb) => eb('source', '!=', 'default'))
      .orderBy('source')
      .orderBy('external_id'),
  )
  if (names === undefined || identity === undefined) return 'somebody who was erased'
  const { name } = maskedPerson(identity.external_id, names)
  return name === '' ? identity.external_id : `${identity.external_id} (${name})`
}
