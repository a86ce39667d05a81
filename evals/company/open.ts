import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'
import { askOnce } from '#cli/ask-once.ts'
import type { Ask } from '../run/run-cases.ts'
import { COMPANY_NOW } from './files.ts'
import { type Fixtures, plantDescriptions } from './plant.ts'
import { unpackCompany } from './unpack.ts'

/** The product over the company, in a folder that goes when it is closed. */
export interface OpenCompany {
  readonly app: App
  readonly ask: Ask
  close(): Promise<void>
}

export interface CompanyOptions {
  /** The setting MUSTER_MODEL when left out. */
  readonly model?: string | undefined
  readonly fixtures: Fixtures
  /** Keys and addresses of models are taken from here. */
  readonly env: Readonly<Record<string, string | undefined>>
}

export async function openCompany({ model, fixtures, env }: CompanyOptions): Promise<OpenCompany> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-evals-'))
  const settings = {
    ...env,
    ...(model === undefined ? {} : { MUSTER_MODEL: model }),
    DATABASE_URL: `sqlite:${join(folder, 'company.db')}`,
    MUSTER_NOW: COMPANY_NOW,
  }
  try {
    await importCompany(settings, join(folder, 'files'), fixtures)
    const app = await openApp(settings)
    const { signal } = new AbortController()
    return {
      app,
      ask: (request) => askOnce(app, request, { signal, members: true }),
      async close() {
        await app.close()
        rmSync(folder, { recursive: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function importCompany(
  settings: Readonly<Record<string, string | undefined>>,
  files: string,
  { tags, descriptions }: Fixtures,
): Promise<void> {
  mkdirSync(files)
  unpackCompany(files, tags)
  const app = await openApp(settings)
  const { databasePath } = app
  try {
    const report = await app.writer.call('importFiles', { paths: [files], currency: 'USD', timezone: 'UTC' })
    const rejected = report.files.find((file) => file.rejected > 0)
    if (rejected) throw new Error(`${rejected.file}: ${rejected.rejected} rows were rejected`)
    await app.refresh.all({ cause: 'import' })
  } finally {
    await app.close()
  }
  plantDescriptions(databasePath, descriptions)
}
