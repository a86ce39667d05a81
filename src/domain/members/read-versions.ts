import { query, type Reader } from '#db/run.ts'
import type { DataVersions } from './members.ts'
import { versionsOf } from './versions.ts'

/** The version counter of every source, as the reader's present snapshot has it. */
export const readVersions = (reader: Reader): DataVersions => versionsOf(reader.all(rows))

const rows = query.selectFrom('versions').select(['source', 'version'])
