import { ConfigError } from '#kernel/errors.ts'
import { type PreparedCompany, prepareCompany } from '../company/open.ts'
import { companyPeople } from '../laws/people.ts'
import { openReference } from '../reference/database.ts'
import type { CompanyKind, EvalCase, Suite } from '../suites/define.ts'
import { watchData } from './data-state.ts'
import type { ModelRun, Result } from './result.ts'
import { runCase } from './run-case.ts'

export interface RunOptions {
  /** Undefined for the setting MUSTER_MODEL. */
  readonly models: readonly (string | undefined)[]
  readonly suites: readonly Suite[]
  readonly cases: readonly EvalCase[]
  /** How many conversations are under way at once. */
  readonly jobs: number
  /** Milliseconds for a turn. */
  readonly timeout?: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** Makes the companies that are asked about: anew, unless somebody has them. */
  readonly prepare?: typeof prepareCompany | undefined
  onResult?(result: Result, model: string): void
}

/** Runs every case with every model. When it is stopped, answers what there is by then. */
export async function runSuites(options: RunOptions): Promise<readonly ModelRun[]> {
  const reference = openReference()
  const companies = new Map<CompanyKind, PreparedCompany>()
  try {
    for (const kind of new Set(options.suites.map(({ company }) => company))) {
      const cases = options.cases.filter(({ suite }) => companyOf(suite, options) === kind)
      if (cases.length === 0) continue
      const planted = {
        tags: cases.flatMap((each) => each.planted.tags),
        descriptions: cases.flatMap((each) => each.planted.descriptions),
      }
      const prepare = options.prepare ?? prepareCompany
      companies.set(kind, await prepare({ kind, planted }))
    }
    const runs: ModelRun[] = []
    for (const model of options.models) {
      if (options.signal.aborted) break
      runs.push(await runModel(model, companies, { ...options, find: reference.ids }))
    }
    return runs
  } finally {
    for (const company of companies.values()) company.remove()
    reference.close()
  }
}

type Shared = RunOptions & { readonly find: (sql: string) => readonly number[] | undefined }

async function runModel(
  model: string | undefined,
  companies: ReadonlyMap<CompanyKind, PreparedCompany>,
  options: Shared,
): Promise<ModelRun> {
  const people = companyPeople()
  const results: Result[] = []
  let id = model ?? 'offline'
  for (const [kind, company] of companies) {
    const { app, close } = await company.open({ model, env: options.env })
    try {
      // Figures of another model than the one that was asked for would compare nothing.
      const { note } = app.chat.model
      if (note !== undefined) throw new ConfigError(note, { next: 'Set the key, or choose --model offline.' })
      id = app.chat.model.id
      const setting = {
        ...options,
        app,
        company,
        model,
        people,
        data: watchData(app.services.reader),
        timeout: options.timeout,
      }
      const cases = options.cases.filter(({ suite }) => companyOf(suite, options) === kind)
      results.push(
        ...(await each(cases, options, async (one) => {
          const result = await runCase(one, setting)
          options.onResult?.(result, id)
          return result
        })),
      )
    } finally {
      await close()
    }
  }
  const order = new Map(options.cases.map((one, index) => [`${one.suite} ${one.id}`, index]))
  const place = (result: Result) => order.get(`${result.suite} ${result.id}`) ?? 0
  return { model: id, results: results.toSorted((a, b) => place(a) - place(b)) }
}

const companyOf = (suite: string, { suites }: RunOptions): CompanyKind =>
  suites.find(({ name }) => name === suite)?.company ?? 'plain'

/** Some at once, each next one as a place becomes free; those that have ended when it was stopped. */
async function each<T, R>(
  items: readonly T[],
  { jobs, signal }: Pick<RunOptions, 'jobs' | 'signal'>,
  run: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = []
  const queue = items.values()
  const work = async () => {
    for (const item of queue) {
      if (signal.aborted) return
      try {
        done.push(await run(item))
      } catch (error) {
        if (!signal.aborted) throw error
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  return done
}
