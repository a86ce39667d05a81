import { writeFileSync } from 'node:fs'
import { processTerminal as terminal } from '#cli/terminal.ts'
import { ConfigError, InputError, MusterError } from '#kernel/errors.ts'
import { type Arguments, readArguments, USAGE } from './arguments.ts'
import type { Case } from './case.ts'
import { chooseCases } from './choose-cases.ts'
import { openCompany } from './company/open.ts'
import { fixturesOf } from './company/plant.ts'
import { caseFiles, loadCases } from './load-cases.ts'
import { openReference } from './reference/database.ts'
import { reportJson } from './report/json.ts'
import { report } from './report/print.ts'
import { shareRight, tally } from './report/tally.ts'
import { dataState } from './run/data-state.ts'
import { runCases } from './run/run-cases.ts'

const FAILED = 1
const MISUSED = 2

try {
  const given = readArguments(process.argv.slice(2))
  if (given.help) terminal.print(USAGE)
  else {
    const files = given.cases === undefined ? caseFiles() : [given.cases]
    const passed = await evaluate(chooseCases(loadCases(files), given), given)
    if (!passed) process.exitCode = FAILED
  }
} catch (error) {
  if (!(error instanceof MusterError)) throw error
  terminal.note([error.message, error.next, error.choices.join(', ')].filter(Boolean).join('\n'))
  process.exitCode = error instanceof InputError || error instanceof ConfigError ? MISUSED : FAILED
}

/** Asks, prints, and answers whether nothing was wrong, nothing changed and enough was right. */
async function evaluate(cases: readonly Case[], { model, jobs, min, json }: Arguments): Promise<boolean> {
  const company = await openCompany({ model, fixtures: fixturesOf(cases), env: process.env })
  const reference = openReference()
  try {
    const { chat, services } = company.app
    if (chat.model.note !== undefined) terminal.note(chat.model.note)
    const before = dataState(services.reader)
    let done = 0
    const results = await runCases(cases, {
      ask: company.ask,
      find: reference.ids,
      jobs,
      onResult: () => terminal.progress(`${++done} of ${cases.length}`),
    })
    terminal.progress('')
    const untouched = dataState(services.reader) === before
    terminal.print(`Model: ${chat.model.id}\n\n${report(results)}`)
    if (!untouched) terminal.print('\nThe conversations changed data, which only a human may.')
    if (json !== undefined) writeFileSync(json, `${reportJson(chat.model.id, results)}\n`)
    const totals = tally(results)
    return untouched && totals.wrong === 0 && shareRight(totals) >= min
  } finally {
    reference.close()
    await company.close()
  }
}
