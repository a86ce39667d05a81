import { type Currency, fromMinor } from '#kernel/money.ts'

/** Numbers and dates as they stand in files: plain decimals, ISO 8601. */

/** Minor units as a decimal: 1234 is `12.34`. */
export const moneyCell = (minor: number, currency: Currency): string =>
  fromMinor(minor, currency).toFixed(currency.exponent)

const DAY = 86_400
const days = new Map<number, string>()

/** `2025-11-20T12:00:00Z`. Many instants share a day, whose text is kept. */
export function instantCell(at: number | null): string {
  if (at === null) return ''
  const day = Math.floor(at / DAY)
  let text = days.get(day)
  if (text === undefined) {
    text = new Date(day * DAY * 1000).toISOString().slice(0, 11)
    days.set(day, text)
  }
  const rest = at - day * DAY
  return `${text}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
