import type { Writer } from '#db/run.ts'
import type { Currency } from '#kernel/money.ts'
import { decodeMembers } from '../members/encode.ts'
import { exportFormat, type FormatId } from './formats/index.ts'
import type { ExportOptions } from './options.ts'
import { contextOf, makeRows } from './rows.ts'
import { type Checked, tally } from './tally.ts'

export interface CheckTask {
  /** As `encodeMembers` makes them. */
  readonly members: Uint8Array
  readonly format: FormatId
  readonly options: ExportOptions
  readonly now: number
  readonly currency: Currency
}

/** Makes every row of a file that nobody writes: what the file would hold, and who would be left out. */
export const checkExport = (
  driver: Writer['driver'],
  { members, format, ...task }: CheckTask,
  hooks: { progress(done: number, total: number): void; cancelled(): boolean },
): Checked =>
  driver
    .transaction(() => {
      const { plan, channel } = exportFormat(format)
      const counted = tally()
      makeRows(
        driver,
        {
          // What is checked before goes to a channel, and only customers do.
          entity: 'customer',
          plan: plan(contextOf(driver, { ...task, entity: 'customer', removal: false })),
          members: decodeMembers(members),
          unique: channel !== null,
          ...hooks,
        },
        counted,
      )
      return counted.checked()
    })
    .deferred()
