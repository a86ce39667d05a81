import { LEXICON, phrase } from '../../language/grammar/phrase.ts'
import { type Reading, said } from '../../language/grammar/reading.ts'
import { type Token, unquoted } from '../../language/tokens/token.ts'

/** A value of a column as it was written, and the token after it. */
export interface Value {
  readonly text: string
  readonly end: number
}

/** A name, a number or words in quotes. */
export const value = (reading: Reading, at: number): Value | undefined => {
  const token = reading.tokens[at]
  const next = reading.tokens[at + 1]
  // "+49": the sign belongs to the number.
  if (token?.text === '+' && next?.kind === 'number' && next.start === token.end)
    return { text: `+${next.text}`, end: at + 2 }
  // ".de": the end of an address, whatever the word behind the full stop is.
  if (token?.text === '.' && next?.kind === 'word' && next.start === token.end) {
    const run = endOfRun(reading, at + 1)
    return { text: said(reading, at, run), end: run }
  }
  // A word of the language in small letters is no name.
  const end = endOfRun(reading, at)
  if (token === undefined || token.kind === 'sign' || (end === at + 1 && isWord(token))) return undefined
  if (token.kind === 'quoted') return { text: unquoted(token.text), end: at + 1 }
  return { text: end > at + 1 ? said(reading, at, end) : (token.mended ?? token.text), end }
}

/** "gmail.com": what is written without a space between is one value. */
function endOfRun({ tokens }: Reading, at: number): number {
  let end = at + 1
  for (;;) {
    const [last, dot, next] = [tokens[end - 1], tokens[end], tokens[end + 1]]
    if (dot?.word !== '.' || dot.start !== last?.end) return end
    if (next === undefined || next.kind === 'sign' || next.start !== dot.end) return end
    end += 2
  }
}
const isWord = (token: Token): boolean =>
  token.kind === 'word' && LEXICON.has(token.word) && /^\p{Ll}/u.test(token.text)

/** “@gmail.com, France only”, “SW1, Paris”: what has no sign or digit as the first one has is no value of that kind. */
const isLike = (first: Value, next: Value): boolean =>
  [/[@.]/, /\d/].every((sign) => !sign.test(first.text) || sign.test(next.text))

const valueJoint = phrase('or', ',', ', or')

interface Values {
  readonly texts: readonly string[]
  readonly end: number
}

/** "SW1 or SW2": values one after another. */
export function valuesFrom(reading: Reading, first: Value): Values {
  const texts = [first.text]
  let end = first.end
  for (;;) {
    const joint = valueJoint(reading, end)
    const next = joint < 0 ? undefined : value(reading, joint)
    if (next === undefined || !/^[\p{Lu}\p{N}]/u.test(next.text) || !isLike(first, next))
      return { texts, end }
    texts.push(next.text)
    end = next.end
  }
}

const lastJoint = phrase('or|nor|and', ', or|and')

/** "Maria, Marie or Mary": names up to the one behind "or", none of which the data knows as something else. */
export function namesFrom(reading: Reading, first: Value): Values {
  const texts = [first.text]
  let at = first.end
  for (;;) {
    const last = lastJoint(reading, at)
    const joint = last >= 0 ? last : reading.tokens[at]?.word === ',' ? at + 1 : -1
    const next = joint < 0 ? undefined : value(reading, joint)
    if (next === undefined || !/^\p{Lu}/u.test(next.text) || reading.links.at(joint).length > 0) break
    texts.push(next.text)
    at = next.end
    if (last >= 0) return { texts, end: at }
  }
  return { texts: [first.text], end: first.end }
}
