import type { InferResult } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { ProfileMeaning } from '../conditions/define.ts'

/** What the ICP or persona with this id is now. Throws NotFoundError when it is not there (any more). */
export function profileMeaning(reader: Reader, id: string): ProfileMeaning {
  const row = reader.get(rows.where('p.id', '=', id))
  if (row === undefined) {
    throw new NotFoundError(`There is no ICP or persona ${id}`, {
      next: 'Look its id up among the profiles, or write its criteria out.',
    })
  }
  if (row.deleted_at !== null) {
    throw new NotFoundError(`The profile “${row.name}” was deleted`, {
      next: 'Restore it with undo, or take the reference to it out.',
    })
  }
  return meaningOf(row)
}

/** ICPs and personas that are there, live or not, the older ones first. */
export const profileMeanings = (reader: Reader): readonly ProfileMeaning[] =>
  reader.all(rows.where('p.deleted_at', 'is', null).orderBy('p.number')).map(meaningOf)

const rows = query
  .selectFrom('profiles as p')
  .leftJoin('profiles as i', 'i.id', 'p.icp_id')
  .select([
    'p.id',
    'p.number',
    'p.kind',
    'p.entity',
    'p.name',
    'p.code',
    'p.status',
    'p.deleted_at',
    'i.number as icp_number',
    'i.name as icp_name',
    'i.code as icp_code',
    'i.status as icp_status',
  ])

const meaningOf = (row: InferResult<typeof rows>[number]): ProfileMeaning => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  entity: row.entity,
  name: row.name,
  code: row.code,
  icp:
    row.icp_number === null || row.icp_name === null || row.icp_code === null
      ? null
      : { number: row.icp_number, name: row.icp_name, code: row.icp_code },
  live: row.status === 'live' && (row.icp_status === null || row.icp_status === 'live'),
})
