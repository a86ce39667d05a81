import { query, type Reader } from '#db/run.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { type Preview, previewSchema } from './schema.ts'

/** A stored preview, as people were shown it. Throws NotFoundError. */
export function readPreview(reader: Reader, id: string): Preview {
  const row = reader.get(query.selectFrom('previews').select('body').where('id', '=', id))
  if (row === undefined) {
    throw new NotFoundError(`There is no preview ${id}`, {
      next: 'Validate the criteria to get a preview_id.',
    })
  }
  return previewSchema.parse(JSON.parse(row.body))
}
