import { type CellValue, isMissing, type Problem } from './cell.ts'

const NOT_A_TIME: Problem = { problem: 'is not a time as YYYY-MM-DD HH:MM:SS or ISO 8601' }
const NOT_A_DATE: Problem = { problem: 'is not a date as YYYY-MM-DD' }
const NO_SUCH_DAY: Problem = { problem: 'is a day that does not exist' }

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?$/i

/** An instant in epoch seconds; a time without an offset is UTC, a date alone its midnight in UTC. */
export function readInstant(cell: string): CellValue | Problem {
  if (isMissing(cell)) return null
  const day = startOf(cell.slice(0, 10))
  if (typeof day !== 'number' || cell.length === 10) return day
  const time = plainTime(cell)
  if (time !== undefined) return day + time
  const match = TIME.exec(cell.slice(10))
  if (match === null) return NOT_A_TIME
  const hour = Number(match[1])
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return NOT_A_TIME
  return day + hour * 3600 + minute * 60 + second - offsetOf(match[4])
}

/** Reads `HH:MM:SS`, alone or with the offset of UTC behind a blank, as shops write it: seconds, in a third of the grammar’s time. */
function plainTime(cell: string): number | undefined {
  const { length } = cell
  if (length !== 19 && (length !== 25 || !cell.endsWith(' +0000'))) return undefined
  if (cell.charCodeAt(13) !== COLON || cell.charCodeAt(16) !== COLON) return undefined
  const begins = cell.charCodeAt(10)
  if (begins !== BLANK && begins !== T) return undefined
  const hour = twoDigits(cell, 11)
  const minute = twoDigits(cell, 14)
  const second = twoDigits(cell, 17)
  return hour <= 23 && minute <= 59 && second <= 59 ? hour * 3600 + minute * 60 + second : undefined
}

const COLON = 58
const BLANK = 32
const T = 84
const ZERO = 48

/** The number that two digits write; more than two digits can where they are none. */
function twoDigits(cell: string, at: number): number {
  const tens = cell.charCodeAt(at) - ZERO
  const ones = cell.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : 100
}

/** `YYYY-MM-DD`; a time behind it is left off. */
export function readDate(cell: string): CellValue | Problem {
  if (isMissing(cell)) return null
  if (cell.length > 10 && !TIME.test(cell.slice(10))) return NOT_A_DATE
  const date = cell.slice(0, 10)
  const start = startOf(date)
  if (typeof start === 'number') return date
  return start === NO_SUCH_DAY ? start : NOT_A_DATE
}

// Rows of one day tend to stand together, so the last day is worth remembering.
let rememberedText = ''
let rememberedStart: number | Problem = NOT_A_TIME

function startOf(text: string): number | Problem {
  if (text === rememberedText) return rememberedStart
  rememberedText = text
  rememberedStart = computeStart(text)
  return rememberedStart
}

function computeStart(text: string): number | Problem {
  const match = DAY.exec(text)
  if (match === null) return NOT_A_TIME
  const month = Number(match[2])
  const day = Number(match[3])
  const date = new Date(Date.UTC(2000, month - 1, day))
  // Years below 100 would mean 19xx to Date.UTC.
  date.setUTCFullYear(Number(match[1]), month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return NO_SUCH_DAY
  return date.getTime() / 1000
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || 0)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
}
