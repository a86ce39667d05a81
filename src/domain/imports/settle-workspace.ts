import { query, type Reader, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { type Currency, currencyOf } from '#kernel/money.ts'
import { isMissing } from './cells/cell.ts'
import { readRecords } from './csv/header.ts'
import type { ImportRequest } from './input.ts'
import type { PlannedFile } from './mapping/file-plan.ts'
import type { PlanProblem } from './plan/schema.ts'
import { holdsMoney, makeWorkspace, NEW_WORKSPACE, readWorkspaceRow } from '../workspace/workspace.ts'

export interface SettledWorkspace {
  readonly currency: Currency
  readonly timezone: string
  /** True when the workspace holds money already: its currency and time zone can't be changed. */
  readonly settled: boolean
  /** The currencies that the files name, where people have to say which of them counts. */
  readonly choices: readonly string[]
  readonly notes: readonly string[]
  readonly problems: readonly PlanProblem[]
}

type Wishes = Pick<ImportRequest, 'currency' | 'timezone'>

/**
 * In which currency and time zone the files are read: those of the workspace once it holds money, before
 * that what the user says, what the files say, or an assumption that the report states.
 */
export async function settleWorkspace(
  reader: Reader,
  wishes: Wishes,
  files: readonly PlannedFile[],
  clearsFirst: boolean,
): Promise<SettledWorkspace> {
  const stored = clearsFirst ? undefined : readWorkspaceRow(reader)
  const { currency, timezone } = stored ?? NEW_WORKSPACE
  const told = await currenciesInFiles(files)
  if (stored !== undefined && holdsMoney(reader)) {
    refuseChange('currency', currency, wishes.currency)
    refuseChange('time zone', timezone, wishes.timezone)
    return {
      currency: currencyOf(currency),
      timezone,
      settled: true,
      choices: [],
      notes: [],
      problems: foreignFiles(told, currency),
    }
  }
  const open = { timezone: wishes.timezone ?? timezone, settled: false, choices: [], notes: [], problems: [] }
  if (wishes.currency !== undefined) {
    return { ...open, currency: currencyOf(wishes.currency), problems: foreignFiles(told, wishes.currency) }
  }
  const all = [...new Set(told.flatMap(({ codes }) => [...codes]))].toSorted()
  const [first, second] = all
  if (second !== undefined) {
    return { ...open, currency: currencyOf(currency), choices: all, problems: [severalCurrencies(all)] }
  }
  if (first !== undefined) {
    return { ...open, currency: currencyOf(first), notes: [`Amounts are in ${first}, as the files say.`] }
  }
  const money = files.some(({ columns }) =>
    columns.some(({ column }) => /^(?:charge|money)$/.test(column.kind)),
  )
  const assumption = `Amounts are taken to be in ${currency}, the currency of this workspace; the files name none. If that is wrong, import into a new database with the currency given.`
  return { ...open, currency: currencyOf(currency), notes: money ? [assumption] : [] }
}

/** Writes what was settled; inside the final transaction, where it must still hold. */
export function storeWorkspace(writer: Writer, { currency, timezone }: SettledWorkspace, now: Instant): void {
  makeWorkspace(writer, now)
  const stored = readWorkspaceRow(writer)
  if (stored === undefined || (stored.currency === currency.code && stored.timezone === timezone)) return
  if (holdsMoney(writer)) {
    throw new ConflictError('Another import has settled the currency in the meantime', {
      next: 'Import again.',
    })
  }
  writer.run(query.updateTable('workspace').set({ currency: currency.code, timezone }))
}

function refuseChange(what: string, settled: string, wish: string | undefined): void {
  if (wish === undefined || wish === settled) return
  throw new ConflictError(`The ${what} of this workspace is ${settled}, not ${wish}`, {
    next: `It was settled with the first money imported. Leave it out, or import into a new database.`,
    path: [what === 'currency' ? 'currency' : 'timezone'],
  })
}

/** Enough rows to see whether a file holds one currency or several. */
const LOOKED_AT = 1000

interface ToldCurrencies {
  readonly file: string
  readonly codes: ReadonlySet<string>
}

/** The currencies that the first rows of each file name. */
async function currenciesInFiles(files: readonly PlannedFile[]): Promise<ToldCurrencies[]> {
  const known = new Set(Intl.supportedValuesOf('currency'))
  const told: ToldCurrencies[] = []
  for (const { file, columns } of files) {
    const at = columns.find(({ column }) => column.kind === 'currency')?.at
    if (at === undefined) continue
    const codes = new Set<string>()
    let rows = 0
    await readRecords(file, (cells) => {
      const code = (cells[at] ?? '').trim().toUpperCase()
      if (!isMissing(code) && known.has(code)) codes.add(code)
      rows += 1
      return rows < LOOKED_AT
    })
    told.push({ file: file.name, codes })
  }
  return told
}

/** Files of another shop: nothing in them is in the currency that is counted in. */
const foreignFiles = (told: readonly ToldCurrencies[], currency: string): PlanProblem[] =>
  told
    .filter(({ codes }) => codes.size > 0 && !codes.has(currency))
    .map(({ file, codes }) => ({
      severity: 'error',
      message: `The amounts in ${file} are in ${[...codes].join(', ')}; this workspace counts in ${currency}`,
      next: 'Amounts of two currencies are never summed. Import the file into a workspace of its own (whoever runs Muster starts one with another DATABASE_URL).',
    }))

const severalCurrencies = (codes: readonly string[]): PlanProblem => ({
  severity: 'error',
  message: `The orders are in several currencies: ${codes.join(', ')}`,
  next: 'Choose the one that the workspace counts in; orders in the others are rejected.',
})
