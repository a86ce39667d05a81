import { phrase } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

/** A number as written, with what stood around it. */
export interface Amount {
  readonly value: number
  /** ISO 4217 code, when a currency was written. */
  readonly currency?: string
  readonly percent?: true
  /** `once`, `twice` */
  readonly times?: true
}

const currencies: readonly (readonly [code: string, words: ReturnType<typeof phrase>])[] = [
  ['USD', phrase('us? dollar|dollars|usd|buck|bucks', '$')],
  ['EUR', phrase('euro|euros|eur', '€')],
  ['GBP', phrase('british? pound|pounds|gbp|quid', '£')],
  ['JPY', phrase('yen|jpy', '¥')],
  ['CAD', phrase('cad', 'canadian dollars')],
  ['AUD', phrase('aud', 'australian dollars')],
  ['CHF', phrase('chf', 'swiss? francs')],
  ['SEK', phrase('sek')],
  ['NOK', phrase('nok')],
  ['DKK', phrase('dkk', 'kroner')],
  ['PLN', phrase('pln', 'zloty')],
  ['INR', phrase('inr', 'rupees')],
]
const percentSign = phrase('%', 'percent|percents', 'per cent', 'pct')

/** `500`, `$1.5k`, `200 euros`, `EUR 80`, `10 %`, `twice`. */
export const amount: Parser<Amount> = (reading, at) => {
  const found = plainAmount(reading, isMinus(reading, at) ? at + 1 : at)
  if (found === undefined || !isMinus(reading, at)) return found
  return { ...found, value: { ...found.value, value: -found.value.value } }
}

/** Companies shrink: `-5%`, which is no range as "11-50" is. Of customers a minus is read behind a comparison. */
function isMinus({ entity, tokens }: Reading, at: number): boolean {
  const [before, sign, number] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (sign === undefined || number?.number === undefined) return false
  if (entity === 'customer' && !COMPARED.test(before?.word ?? '')) return false
  if (sign.word === 'minus') return true
  return sign.word === '-' && number.start === sign.end && (before === undefined || before.end < sign.start)
}

const COMPARED = /^(?:than|least|most|exactly|between|and|over|under|above|below)$/

const plainAmount: Parser<Amount> = (reading, at) => {
  const leading = currencyAt(reading, at)
  const start = leading?.end ?? at
  const token = reading.tokens[start]
  if (token?.number === undefined || token.ordinal) return undefined
  let end = start + 1
  if (token.times) return { value: { value: token.number, times: true }, end }
  if (token.scaled) end++
  const percent = percentSign(reading, end)
  if (percent >= 0) return { value: { value: token.number, percent: true }, end: percent }
  const trailing = currencyAt(reading, end)
  if (trailing !== undefined) end = trailing.end
  const currency = trailing?.value ?? token.currency ?? leading?.value
  return { value: { value: token.number, ...(currency === undefined ? {} : { currency }) }, end }
}

function currencyAt(reading: Reading, at: number): Found<string> | undefined {
  for (const [code, words] of currencies) {
    const end = words(reading, at)
    if (end > at) return { value: code, end }
  }
  return undefined
}
