import type { Currency } from '#kernel/money.ts'
import { countryCode } from '../../places/countries.ts'
import { type CellValue, detached, type ReadCell } from '../cells/cell.ts'
import { readDate, readInstant } from '../cells/instant.ts'
import { readBetween, readCharge, readCount, readMoney, readNumber, readWhole } from '../cells/numbers.ts'
import {
  readFlag,
  readId,
  readList,
  readOrderStatus,
  readShopStatus,
  readText,
  readWord,
} from '../cells/words.ts'
import type { ColumnKind } from '../tables/define.ts'

export interface ReadingOptions {
  readonly currency: Currency
  /** Amounts with too many decimals are rounded (and told about) instead of rejected. */
  readonly roundsMoney: boolean
}

/** What reading did to values, for the report. */
export interface ReadingNotes {
  roundedAmounts: number
  /** Country texts that no code was found for, with the number of rows. */
  readonly unknownCountries: Map<string, number>
  /** Other things that people should know, as a format says them, with the number of rows. */
  readonly noticed: Map<string, number>
}

export type CellReaders = Readonly<Record<ColumnKind, ReadCell>>

const RELATIONSHIPS = ['prospect', 'pipeline', 'customer', 'churned', 'closed_lost'] as const

/** How a cell of each kind is read, given the workspace's currency. */
export function cellReaders(
  { currency, roundsMoney }: ReadingOptions,
  notes: Omit<ReadingNotes, 'noticed'>,
): CellReaders {
  const amounts = {
    currency,
    ...(roundsMoney
      ? {
          onRounded() {
            notes.roundedAmounts += 1
          },
        }
      : {}),
  }
  return {
    id: readId,
    text: readText,
    list: readList,
    flag: readFlag,
    instant: readInstant,
    date: readDate,
    whole: readWhole,
    count: readCount,
    number: readNumber,
    latitude: readBetween(-90, 90),
    longitude: readBetween(-180, 180),
    charge: readCharge(amounts),
    money: readMoney(amounts),
    currency: readCurrency(currency),
    country: readCountry(notes.unknownCountries),
    order_status: readOrderStatus,
    shop_status: readShopStatus,
    relationship: readWord(RELATIONSHIPS),
  }
}

/** Amounts in another currency can't be summed with the workspace's, so their rows are not taken. */
const readCurrency =
  ({ code }: Currency): ReadCell =>
  (cell) => {
    const given = readId(cell)
    if (given === null || cell.toUpperCase() === code) return given
    return { problem: `is not ${code}, the currency of this workspace` }
  }

const REMEMBERED = 2000

function readCountry(unknown: Map<string, number>): ReadCell {
  const remembered = new Map<string, { readonly country: CellValue; readonly known: boolean }>()
  const look = (cell: string) => {
    // `NA` is Namibia here; the other ways to write "missing" are no countries.
    if (/^(?:n\/a|null)$/i.test(cell)) return { country: null, known: true }
    const code = countryCode(cell)
    return code === undefined ? { country: detached(cell), known: false } : { country: code, known: true }
  }
  return (cell) => {
    if (cell === '') return null
    let found = remembered.get(cell)
    if (found === undefined) {
      found = look(cell)
      if (remembered.size < REMEMBERED) remembered.set(detached(cell), found)
    }
    if (!found.known) count(unknown, String(found.country))
    return found.country
  }
}

function count(unknown: Map<string, number>, text: string): void {
  if (unknown.has(text) || unknown.size < REMEMBERED) unknown.set(text, (unknown.get(text) ?? 0) + 1)
}
