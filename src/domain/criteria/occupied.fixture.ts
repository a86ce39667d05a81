import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenReader, openReader, type OpenWriter, openWriter } from '#db/open.ts'
import type { PlanContext } from '../conditions/define.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { createMembers } from '../members/engine.ts'
import type { Members } from '../members/members.ts'
import { createVocabulary } from '../vocabulary/create-vocabulary.ts'
import type { Company } from './company.fixture.ts'
import { planContext } from './context.ts'
import { insertCompany } from './insert-company.fixture.ts'

/** A database that one company after the other moves into, with an engine that reads it. */
export interface Occupied {
  readonly writer: OpenWriter
  readonly reader: OpenReader
  readonly members: Members
  context(now: number): PlanContext
  /** The database holds this company and nothing else, and says that everything has changed. */
  moveIn(next: Company): void
  close(): Promise<void>
}

export function openOccupied(): Occupied {
  const folder = mkdtempSync(join(tmpdir(), 'muster-occupied-'))
  const databasePath = join(folder, 'muster.db')
  const writer = openWriter(databasePath)
  const reader = openReader(databasePath)
  let company: Company | undefined
  const present = (): Company => {
    if (company === undefined) throw new Error('Nobody has moved in yet')
    return company
  }
  const { dictionary } = createVocabulary({ reader, currency: () => present().currency })
  const context = (now: number) => {
    const { zone, currency } = present()
    return planContext({
      reader,
      dialect: sqlite,
      dictionary,
      workspace: { name: 'Test', zone, currency, demo: false },
      now,
    })
  }
  const members = createMembers({ databasePath, reader, context, threads: 2 })
  return {
    writer,
    reader,
    members,
    context,
    moveIn(next) {
      company = next
      const { driver } = writer
      const tables = driver
        .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
          AND name NOT IN ('versions', 'log', 'proposals', 'gone_customers', 'event_rewrites')`)
        .pluck()
        .all()
      driver.pragma('foreign_keys = OFF')
      writer.transaction(() => {
        for (const table of tables) driver.exec(`DELETE FROM ${table}`)
        insertCompany(writer, next)
        driver.exec('UPDATE versions SET version = version + 1')
      })
    },
    async close() {
      await members.close()
      reader.close()
      writer.close()
      rmSync(folder, { recursive: true })
    },
  }
}
