import { query } from '#db/run.ts'
import { sha256 } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { holderOf } from '../../references/taken-name.ts'
import { insertSegment, reviseSegment } from '../../segments/store.ts'
import { change, countRows } from '../apply/change.ts'
import { customerReference, rejectUnknown } from '../apply/references.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'

const STAGED = stagedName('lists')
const MEMBERS = 'temp.import_members'

/** Lists that are kept elsewhere: segments without criteria, whose members are those of the latest file. */
export const lists: ImportTable = {
  columns: {
    list: { kind: 'text', required: true },
    customer_id: { kind: 'id', required: true },
  },
  apply(run) {
    const { driver, source } = run
    rejectUnknown(run, 'lists', customerReference(source))
    driver.exec(`CREATE TABLE ${MEMBERS}(segment_id TEXT, customer_id INTEGER,
      PRIMARY KEY(segment_id, customer_id)) WITHOUT ROWID`)
    const names = driver
      .prepare<[], string>(`SELECT list FROM ${STAGED} GROUP BY list ORDER BY min(place)`)
      .pluck()
      .all()
    const ids = new Set<string>()
    for (const name of names) {
      const id = listId(name)
      if (!ids.has(id)) ensureList(run, id, name)
      ids.add(id)
      change(
        driver,
        `INSERT OR IGNORE INTO ${MEMBERS} SELECT ?, i.customer_id FROM ${STAGED} s
         JOIN identities i ON i.source = '${source}' AND i.external_id = s.customer_id WHERE s.list = ?`,
        id,
        name,
      )
    }
    const added = change(
      driver,
      `INSERT OR IGNORE INTO list_members SELECT segment_id, customer_id FROM ${MEMBERS}`,
    )
    let removed = 0
    for (const id of ids) {
      removed += change(
        driver,
        `DELETE FROM list_members WHERE segment_id = ? AND customer_id NOT IN (
           SELECT customer_id FROM ${MEMBERS} WHERE segment_id = ?)`,
        id,
        id,
      )
    }
    if (added + removed > 0) run.changed('lists')
    return { added, updated: 0, unchanged: countRows(driver, STAGED) - added, removed }
  },
}

/** The same list has the same id in every import. */
const listId = (name: string): string => `list_${sha256(foldText(name)).slice(0, 16)}`

function ensureList(run: ApplyRun, id: string, name: string): void {
  const by = { at: run.now, actor: run.actor, proposalId: null }
  const list = run.writer.get(query.selectFrom('segments').select('deleted_at').where('id', '=', id))
  if (list === undefined) {
    const free = freeName(run, name)
    if (free !== name) run.notes.push(`The list ${name} is called ${free} here: something else has its name.`)
    insertSegment(
      run.writer,
      { id, name: free, description: `Imported list from ${run.source}`, kind: 'list', criteria: null },
      by,
    )
  } else if (list.deleted_at !== null) reviseSegment(run.writer, id, { name: freeName(run, name) }, by)
}

function freeName({ writer }: ApplyRun, name: string): string {
  return holderOf(writer, name) === undefined ? name : `${name} (list)`
}
