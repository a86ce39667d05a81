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
  /** The setting MUSTER_MODEL when no model is named. */
  open(model?: string): Promise<OpenCompany>
  remove(): void
}

export interface CompanyOptions {
  readonly kind: CompanyKind
  /** Beside what a lived-in company holds anyway. */
  readonly planted?: Planted
  /** Keys and addresses of models are taken from here. */
  readonly env: Env
}

export async function prepareCompany(options: CompanyOptions): Promise<PreparedCompany> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-evals-'))
  const template = join(folder, 'company.db')
  let copies = 0
  try {
    await importCompany(settingsFor(options.env, template), join(folder, 'files'), options)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return {
    async open(model) {
      const copy = join(folder, `copy-${++copies}.db`)
      copyFileSync(template, copy)
      const app = await openApp({
        ...settingsFor(options.env, copy),
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

/** One copy, for whoever needs no more. */
export async function openCompany(
  options: CompanyOptions & { readonly model?: string },
): Promise<OpenCompany> {
  const company = await prepareCompany(options)
  const { app, close } = await company.open(options.model)
  return { app, close: () => close().then(company.remove) }
}

const settingsFor = (env: Env, path: string): Env => ({
  ...env,
  DATABASE_URL: `sqlite:${path}`,
  MUSTER_NOW: COMPANY_NOW,
})

async function importCompany(
  settings: Env,
  files: string,
  { kind, planted = NOTHING_PLANTED }: CompanyOptions,
): Promise<void> {
  mkdirSync(files)
  unpackCompany(files, planted.tags, kind === 'lived_in' ? LIVED_IN : undefined)
  // What is asked of a model is asked later: nothing here needs one.
  const app = await openApp({ ...settings, MUSTER_MODEL: 'offline' })
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
