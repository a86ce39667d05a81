import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from '#db/migrations/index.ts'
import { PAGE_SIZE } from '#db/page-size.ts'
import { foldText } from '#kernel/text.ts'

/** A migrated database at `path`, filled by bulk SQL, unless it is there. The file gets its name when it is whole. */
export function makeDatabase(path: string, fill: (db: DatabaseSync) => void): void {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const db = new DatabaseSync(unfinished)
  for (const pragma of [
    `page_size = ${PAGE_SIZE}`,
    'journal_mode = OFF',
    'synchronous = OFF',
    'cache_size = -1000000',
    'temp_store = MEMORY',
  ]) {
    db.exec(`PRAGMA ${pragma}`)
  }
  // Migrations fill the keys of rows that are there already.
  db.function('fold_text', { deterministic: true }, (text) =>
    typeof text === 'string' ? foldText(text) : null,
  )
  for (const sql of migrations) db.exec(sql)
  db.exec(`PRAGMA user_version = ${migrations.length}`)
  fill(db)
  db.exec('PRAGMA analysis_limit = 400; ANALYZE; PRAGMA journal_mode = WAL')
  db.close()
  renameSync(unfinished, path)
}
