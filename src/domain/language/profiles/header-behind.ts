import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { type Header, headerAt } from './header.ts'

/** What becomes of whoever is described in front of “into an ICP”. */
const turn = phrase('turn|convert|transform|make|save|keep|store|set|use|put|take|translate up?')
const HEADED = /^(?:as|into|to)$/
const SIGN = /^(?:[,;:–—-]|and|->|=>|→)$/
/** Whoever is at hand already. */
const AT_HAND = /^(?:it|this|that|these|those|them|everyone|everybody|all)$/

/** A header that ends the message, behind the description in [from, to). */
export interface HeaderBehind {
  readonly header: Header
  readonly from: number
  readonly to: number
}

/** “Turn fintechs in Germany into an ICP called Tide”, “fintechs in Germany: make it an ICP”. */
export function headerBehind(reading: Reading, start: number): HeaderBehind | undefined {
  let { length } = reading.tokens
  while (length > start && /^(?:[.!?]|please|thanks)$/.test(wordAt(reading, length - 1))) length--
  const from = skip(reading, start, turn)
  if (AT_HAND.test(wordAt(reading, from))) return undefined
  for (let at = length - 1; at > from; at--) {
    const joins = from > start && HEADED.test(wordAt(reading, at))
    if (!joins && !SIGN.test(wordAt(reading, at))) continue
    const header = headerAt(reading, at + 1, length)
    const { kind, end = -1, makes = false, describes } = header ?? {}
    const whole = kind !== undefined && end >= length && describes === undefined
    if (header !== undefined && whole && (joins || makes))
      return { header: { ...header, makes: true }, from: joins ? from : start, to: at }
  }
  return undefined
}
