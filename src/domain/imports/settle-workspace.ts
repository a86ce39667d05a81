import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { type Currency, currencyOf } from '#kernel/money.ts'
import { isMissing } from './cells/cell.ts'
import { readRecords } from './csv/header.ts'
import type { ImportRequest } from './input.ts'
import type { PlannedFile } from './reading/choose-format.ts'
import { holdsMoney, makeWorkspace, NEW_WORKSPACE, readWorkspaceRow } from '../workspace/workspace.ts'

export interface SettledWorkspace {
  readonly currency: Currency
  readonly timezone: string
  readonly notes: readonly string[]
}

type Wishes = Pick<ImportRequest, 'currency' | 'timezone'>

/**
 * In which currency and time zone the files are read: those of the workspace once it holds money, before
 * that what the user says, what the files say, or an assumption that the report states.
 */
export async function settleWorkspace(
  writer: Writer,
  wishes: Wishes,
  files: readonly PlannedFile[],
  clearsFirst: boolean,
): Promise<SettledWorkspace> {
  const stored = clearsFirst ? undefined : readWorkspaceRow(writer)
  const { currency, timezone } = stored ?? NEW_WORKSPACE
  if (stored !== undefined && holdsMoney(writer)) {
    refuseChange('currency', currency, wishes.currency)
    refuseChange('time zone', timezone, wishes.timezone)
    return { currency: currencyOf(currency), timezone, notes: [] }
  }
  const settled = { timezone: wishes.timezone ?? timezone }
  if (wishes.currency !== undefined) return { ...settled, currency: currencyOf(wishes.currency), notes: [] }
  const told = await currencyInFiles(files)
  if (told !== undefined) {
    return { ...settled, currency: currencyOf(told), notes: [`Amounts are in ${told}, as the files say.`] }
  }
  const money = files.some(({ plan }) =>
    plan.columns.some(({ column }) => /^(?:charge|money)$/.test(column.kind)),
  )
  const assumption = `Amounts are taken to be in ${currency}, the currency of this workspace; the files name none. If that is wrong, import into a new database with the currency given.`
  return { ...settled, currency: currencyOf(currency), notes: money ? [assumption] : [] }
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

async function currencyInFiles(files: readonly PlannedFile[]): Promise<string | undefined> {
  const codes = new Set<string>()
  for (const { file, plan } of files) {
    const at = plan.columns.find(({ column }) => column.kind === 'currency')?.at
    if (at === undefined) continue
    let rows = 0
    await readRecords(file, (cells) => {
      const code = (cells[at] ?? '').trim().toUpperCase()
      if (!isMissing(code)) codes.add(code)
      rows += 1
      return rows < LOOKED_AT
    })
  }
  const known = Intl.supportedValuesOf('currency').filter((code) => codes.has(code))
  if (known.length < 2) return known[0]
  throw new InputError(`The orders are in several currencies: ${known.join(', ')}`, {
    next: 'Say with currency which one the workspace counts in; orders in the others are rejected.',
    path: ['currency'],
    choices: known,
  })
}
