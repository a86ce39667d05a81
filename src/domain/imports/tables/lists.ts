import type { Writer } from '#db/run.ts'
import { sha256 } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { change, countRows } from '../apply/change.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'

const STAGED = stagedName('lists')
const MEMBERS = 'temp.import_members'

/** Lists that are kept elsewhere, once each is a segment (`ensureLists`): their members are those of the latest file. */
export const lists: ImportTable = {
  columns: {
    list: { kind: 'text', required: true },
    customer_id: { kind: 'id', required: true },
  },
  apply(run) {
    const { driver, source } = run
    driver.exec(`CREATE TABLE ${MEMBERS}(segment_id TEXT, customer_id INTEGER,
      PRIMARY KEY(segment_id, customer_id)) WITHOUT ROWID`)
    const ids = new Set<string>()
    for (const name of namesOfLists(driver)) {
      const id = listId(name)
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

/** The names of staged lists, in the files’ order; one may be written in several ways. */
export const namesOfLists = (driver: Writer['driver']): readonly string[] =>
  driver.prepare<[], string>(`SELECT list FROM ${STAGED} GROUP BY list ORDER BY min(place)`).pluck().all()

/** The same list has the same id in every import. */
export const listId = (name: string): string => `list_${sha256(foldText(name)).slice(0, 16)}`
