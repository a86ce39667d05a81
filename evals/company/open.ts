import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'
import type { CompanyKind } from '../suites/define.ts'
import { COMPANY_NOW } from './files.ts'
import { LIVED_IN } from './lived-in.ts'
import { NOTHING_PLANTED, type Planted, plantDescriptions } from './plant.ts'
import { seedSegments } from './seed.ts'
import { unpackCompany } from './unpack.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The product over a copy of the company, which goes when it is closed. */
export interface OpenCompany {
  readonly app: App
  close(): Promise<void>
}

/** The company, imported once; each model, and each case that changes something, gets a copy of its own. */
export interface PreparedCompany {
  /** Keys and addresses of models are taken from `env`; without a `model` its setting MUSTER_MODEL is, too. */
  open(how: { readonly model: string | undefined; readonly env: Env }): Promise<OpenCompany>
  remove(): void
}

export interface CompanyOptions {
  readonly kind: CompanyKind
  /** Beside what a lived-in company holds anyway. */
  readonly planted?: Planted
}

export async function prepareCompany(options: CompanyOptions): Promise<PreparedCompany> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-evals-'))
  const template = join(folder, 'company.db')
  let copies = 0
  try {
    await importCompany(template, join(folder, 'files'), options)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return {
    async open({ model, env }) {
      const copy = join(folder, `copy-${++copies}.db`)
      copyFileSync(template, copy)
      const app = await openApp({
        ...settingsFor(env, copy),
        ...(model === undefined ? {} : { MUSTER_MODEL: model }),
      })
      return {
        app,
        async close() {
          await app.close()
          rmSync(copy, { force: true })
        },
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const settingsFor = (env: Env, path: string): Env => ({
  ...env,
  DATABASE_URL: `sqlite:${path}`,
  MUSTER_NOW: COMPANY_NOW,
})

async function importCompany(
  path: string,
  files: string,
  { kind, planted = NOTHING_PLANTED }: CompanyOptions,
): Promise<void> {
  mkdirSync(files)
  unpackCompany(files, planted.tags, kind === 'lived_in' ? LIVED_IN : undefined)
  // What is asked of a model is asked later: nothing here needs one.
  const app = await openApp(settingsFor({ MUSTER_MODEL: 'offline' }, path))
  try {
    const report = await app.writer.call('importFiles', { paths: [files], currency: 'USD', timezone: 'UTC' })
    const rejected = report.files.find((file) => file.rejected > 0)
    if (rejected) throw new Error(`${rejected.file}: ${rejected.rejected} rows were rejected`)
    if (kind === 'lived_in') await seedSegments(app, LIVED_IN.segments)
    await app.refresh.all({ cause: 'import' })
  } finally {
    await app.close()
  }
  const descriptions = kind === 'lived_in' ? LIVED_IN.descriptions : []
  plantDescriptions(app.databasePath, [...planted.descriptions, ...descriptions])
}
