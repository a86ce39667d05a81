import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

const customerWord = phrase(
  'customer|client|user|buyer|id|number|no|#|person',
  'customer id|number|no|# .|:?',
)

/** `c17`, `C-0042`: letters with a number in them. */
const ID = /^(?=.*\d)[\p{L}\d_-]+$/u
const NAME = /^\p{Lu}[\p{L}'’-]*$/u
const LONGEST_NAME = 3
const MANY =
  /^(?:customers|people|everyone|everybody|anyone|anybody|nobody|buyers|clients|users|shoppers|members|they|all|someone|i|we|it|this|that|these|those|the|who)$/i

/** The customer that words name: an address, an id, or a name with capitals. */
export function customerAt(reading: Reading, at: number): Found<string> | undefined {
  const start = skip(reading, at, customerWord)
  const token = reading.tokens[start]
  if (token === undefined) return undefined
  if (token.kind === 'quoted') return { value: token.text.slice(1, -1).trim(), end: start + 1 }
  const named = start > at
  if (token.kind === 'address' || (named && token.kind === 'number'))
    return { value: token.text, end: start + 1 }
  if (token.kind !== 'word') return undefined
  const whole = unbroken(reading, start)
  if (whole.end > start + 1 && ID.test(whole.value)) return whole
  if (ID.test(token.text) || (named && !NAME.test(token.text))) return { value: token.text, end: start + 1 }
  let end = start
  while (end < start + LONGEST_NAME && isName(reading, end)) end++
  const words = reading.tokens.slice(start, end).map(({ text }) => text)
  return words.length === 0 ? undefined : { value: words.join(' '), end }
}

function isName({ tokens, links }: Reading, at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || !NAME.test(token.text)) return false
  // "Champions" is nobody's name; "Grace" may be a brand as well.
  return !MANY.test(token.text) && !links.at(at).some(({ field }) => field === 'segment')
}

/** What is written without a blank: `C-0042` is three tokens. */
function unbroken({ tokens }: Reading, at: number): Found<string> {
  let end = at + 1
  while (end < tokens.length && tokens[end]?.start === tokens[end - 1]?.end && tokens[end]?.text !== '?')
    end++
  const value = tokens.slice(at, end).map(({ text }) => text)
  return { value: value.join(''), end }
}
