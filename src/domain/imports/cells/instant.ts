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
  const match = TIME.exec(cell.slice(10))
  if (match === null) return NOT_A_TIME
  const hour = Number(match[1])
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return NOT_A_TIME
  return day + hour * 3600 + minute * 60 + second - offsetOf(match[4])
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
