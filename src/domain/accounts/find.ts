import { query, type Reader } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'

/** Internal ids of the companies that a text names: by the id as imported, else by domain or name. */
export function findCompanies(reader: Reader, text: string): readonly number[] {
  const wanted = text.trim()
  const key = foldText(wanted)
  const all = query.selectFrom('companies').select('id').orderBy('id')
  return firstFound(reader, [
    all.where('external_id', '=', wanted),
    all.where('domain_key', '=', key),
    all.where('name_key', '=', key),
  ])
}

/** Internal ids of the people that a text names: by the id as imported, else by e-mail address. */
export function findPeople(reader: Reader, text: string): readonly number[] {
  const wanted = text.trim()
  const all = query.selectFrom('people').select('id').orderBy('id')
  return firstFound(reader, [
    all.where('external_id', '=', wanted),
    all.where('email_key', '=', foldText(wanted)),
  ])
}

function firstFound(
  reader: Reader,
  ways: readonly Parameters<typeof reader.all<{ id: number }>>[0][],
): readonly number[] {
  for (const way of ways) {
    const found = reader.all(way)
    if (found.length > 0) return found.map(({ id }) => id)
  }
  return []
}
