import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWriter } from '#db/open.ts'
import { columnsOfView, viewNames } from './views.ts'

test('SQL may ask every view of the database, and each of its columns', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-views-'))
  const writer = openWriter(join(folder, 'muster.db'))
  const column = writer.driver.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
  const views = writer.driver
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name`)
    .pluck()
    .all()
  const inDatabase = views.map((view) => [view, column.all(view).toSorted()])
  writer.close()
  rmSync(folder, { recursive: true })
  expect(viewNames.toSorted().map((view) => [view, [...(columnsOfView(view) ?? [])].toSorted()])).toEqual(
    inDatabase,
  )
})
