import { query, type Reader } from '#db/run.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { IndicatorMeaning } from '../conditions/define.ts'
import { indicatorDefinitionSchema } from './schema.ts'

/** What the indicator with this id means now. Throws NotFoundError when it is not there (any more). */
export function indicatorMeaning(reader: Reader, id: string): IndicatorMeaning {
  const row = reader.get(
    query
      .selectFrom('indicators')
      .select(['name', 'definition', 'policy', 'values_as_of', 'deleted_at'])
      .where('id', '=', id),
  )
  if (row === undefined) {
    throw new NotFoundError(`There is no indicator ${id}`, {
      next: 'Look its id up among the indicators, or write its criteria out.',
    })
  }
  if (row.deleted_at !== null) {
    throw new NotFoundError(`The indicator “${row.name}” was deleted`, {
      next: 'Restore it with undo, or take the reference to it out.',
    })
  }
  return {
    id,
    name: row.name,
    storedAt: row.policy === 'frozen' ? row.values_as_of : null,
    ...indicatorDefinitionSchema.parse(JSON.parse(row.definition)),
  }
}
