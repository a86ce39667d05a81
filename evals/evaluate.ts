import { writeFileSync } from 'node:fs'
import type { Terminal } from '#cli/terminal.ts'
import { ConfigError, InputError, MusterError } from '#kernel/errors.ts'
import { type Arguments, readArguments, USAGE } from './arguments.ts'
import { checkModels } from './check-models.ts'
import { chooseCases } from './choose-cases.ts'
import { reportHtml } from './report/html/page.ts'
import { reportJson } from './report/json.ts'
import { reportJunit } from './report/junit.ts'
import { report } from './report/print.ts'
import { shortfalls } from './report/thresholds.ts'
import { type RunOptions, runSuites } from './run/run-suites.ts'
import { suites } from './suites/index.ts'

const FAILED = 1
const MISUSED = 2
/** As shells count a program that Ctrl-C ended. */
const INTERRUPTED = 130

/** What the evals run in. */
interface Surroundings {
  readonly terminal: Pick<Terminal, 'print' | 'note' | 'progress'>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  readonly prepare?: RunOptions['prepare']
}

/** Reads the arguments, asks, prints, writes; answers the exit code. Misuse is told on the terminal. */
export async function evaluate(args: readonly string[], around: Surroundings): Promise<number> {
  const { terminal } = around
  try {
    const given = readArguments(args)
    if (!given.help) return await measure(given, around)
    terminal.print(USAGE)
    return 0
  } catch (error) {
    if (!(error instanceof MusterError)) throw error
    terminal.note([error.message, error.next, error.choices.join(', ')].filter(Boolean).join('\n'))
    return error instanceof InputError || error instanceof ConfigError ? MISUSED : FAILED
  }
}

async function measure(given: Arguments, around: Surroundings): Promise<number> {
  const { terminal, env, signal } = around
  const { model, family, cases: file, jobs, timeout, price: prices } = given
  const chosen = suites.filter(({ name }) => given.suite.length === 0 || given.suite.includes(name))
  const all = chosen.flatMap((suite) =>
    suite.load(file === undefined || suite.name !== 'understanding' ? suite.files() : [file]),
  )
  const cases = chooseCases(all, { family, case: given.case })
  checkModels(model, env)
  const models = model.length === 0 ? [undefined] : model
  let done = 0
  const runs = await runSuites({
    ...around,
    models,
    suites: chosen,
    cases,
    jobs,
    timeout: timeout === undefined ? undefined : timeout * 1000,
    onResult: (_, name) => terminal.progress(`${++done} of ${cases.length * models.length}: ${name}`),
  })
  terminal.progress('')
  const how = { prices, showHeld: given['show-held'] }
  terminal.print(report(runs, how))
  if (given.json !== undefined) writeFileSync(given.json, `${reportJson(runs, how)}\n`)
  if (given.junit !== undefined) writeFileSync(given.junit, reportJunit(runs, how))
  if (given.html !== undefined)
    writeFileSync(given.html, reportHtml(runs, how, new Date().toISOString().slice(0, 10)))
  if (signal.aborted) {
    terminal.note(`Stopped: ${done} of ${cases.length * models.length} were asked.`)
    return INTERRUPTED
  }
  const reasons = shortfalls(runs, {
    min: given.min,
    maxWrong: given['max-wrong'],
    maxFailed: given['max-failed'],
  })
  if (reasons.length === 0) return 0
  terminal.print(`\n${reasons.join('\n')}`)
  return FAILED
}
