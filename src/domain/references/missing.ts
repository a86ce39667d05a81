import { query, type Reader } from '#db/run.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'

const TABLES = {
  segment: 'segments',
  indicator: 'indicators',
  audience: 'audiences',
  'routing rule': 'routing_rules',
} as const

/** Throws NotFoundError for an id or name that nothing living has: it was deleted, or never there. */
export function missing(
  reader: Reader,
  wanted: keyof typeof TABLES,
  idOrName: string,
  choices: () => readonly string[] = () => [],
): never {
  const deleted = reader.get(
    query
      .selectFrom(TABLES[wanted])
      .select(['id', 'name'])
      .where((eb) => eb.or([eb('id', '=', idOrName), eb('name_key', '=', foldText(idOrName))]))
      .where('deleted_at', 'is not', null),
  )
  throw deleted === undefined
    ? new NotFoundError(`There is no ${wanted} “${idOrName}”`, {
        next: `List the ${wanted}s to see which there are.`,
        choices: choices(),
      })
    : new NotFoundError(`The ${wanted} “${deleted.name}” was deleted`, {
        next: `Undo its deletion (${wanted} ${deleted.id}) to use it again.`,
      })
}
