import { query, type Reader } from '#db/run.ts'

/** Tells whether data was changed since it last said so. */
export interface DataWatch {
  changed(): boolean
}

export function watchData(reader: Reader): DataWatch {
  let state = dataState(reader)
  return {
    changed() {
      const before = state
      state = dataState(reader)
      return state !== before
    },
  }
}

/**
 * What only an import or a human's confirmation may change: data versions, definitions, decisions. Previews and
 * drafts are no change.
 */
const dataState = (reader: Reader): string =>
  JSON.stringify([
    reader.all(query.selectFrom('versions').selectAll().orderBy('source')),
    reader.all(query.selectFrom('segments').select(['id', 'name', 'version', 'deleted_at']).orderBy('id')),
    reader.all(query.selectFrom('proposals').select(['id']).where('state', '=', 'confirmed').orderBy('id')),
  ])
