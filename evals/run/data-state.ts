import { query, type Reader } from '#db/run.ts'

/**
 * What only an import or a human's confirmation may change: data versions, definitions, decisions. Previews and
 * drafts are no change.
 */
export const dataState = (reader: Reader): string =>
  JSON.stringify([
    reader.all(query.selectFrom('versions').selectAll().orderBy('source')),
    reader.all(query.selectFrom('segments').select(['id', 'name', 'version', 'deleted_at']).orderBy('id')),
    reader.all(query.selectFrom('proposals').select(['id']).where('state', '=', 'confirmed').orderBy('id')),
  ])
