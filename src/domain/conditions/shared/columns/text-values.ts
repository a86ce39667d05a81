import { isReserved } from '../value-words.ts'
import { LEXICON, phrase } from '../../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../../language/grammar/reading.ts'
import { unquoted } from '../../../language/tokens/token.ts'

const joint = phrase('or', ',', ', or')
const comma = phrase(',')

/** Where a list of texts goes on: “A, B or C” ends behind its “or”, and “A or B, Director+” says something else. */
function goesOn(reading: Reading, at: number, values: number): number {
  const next = joint(reading, at)
  if (next < 0 || comma(reading, at) !== next || reading.tokens[next]?.kind === 'quoted') return next
  const ended = values > 1 && wordAt(reading, at - 2) === 'or'
  return ended || !isPlain(reading, next) ? -1 : next
}

/** Whether a value and nothing beside it stands up to the next comma or “or”. */
function isPlain(reading: Reading, at: number): boolean {
  let end = at
  // “Europe/Berlin” is one value of several tokens.
  while (/^[\p{L}\p{N}]/u.test(wordAt(reading, end)) && !/^(?:or|and)$/.test(wordAt(reading, end)))
    end = glued(reading, end + 1)
  return /^(?:|or|,|;|\.|\)|!|\?)$/.test(wordAt(reading, end))
}

/** Texts as they were written: quoted, or words in capitals: `“a b”, Acme or Beta Works`. */
export function textValues(reading: Reading, at: number): Found<string[]> | undefined {
  const first = textValue(reading, at)
  if (first === undefined) return undefined
  const texts = [first.value]
  let { end } = first
  for (;;) {
    const behind = goesOn(reading, end, texts.length)
    const next = behind < 0 ? undefined : textValue(reading, behind)
    if (next === undefined) return { value: texts, end }
    texts.push(next.value)
    end = next.end
  }
}

/** The same behind the name of a column, where nothing but its values can stand: small letters too. */
export function anyTexts(reading: Reading, at: number): Found<string[]> | undefined {
  const texts: string[] = []
  let end = at
  for (let from = at; from >= 0; from = goesOn(reading, end, texts.length)) {
    const token = reading.tokens[from]
    if (token === undefined || (token.kind !== 'quoted' && isReserved(token.word))) break
    // "… or use Tea" goes on with something else.
    if (from > at && isSmallWord(token) && !endsAt(reading, from + 1)) break
    const next =
      textValue(reading, from) ??
      (token.kind === 'sign'
        ? undefined
        : { value: token.mended ?? token.text, end: glued(reading, from + 1) })
    if (next === undefined) break
    texts.push(token.kind === 'quoted' ? next.value : writtenIn(reading, from, next))
    end = next.end
  }
  return texts.length === 0 ? undefined : { value: texts, end }
}

const endsAt = ({ tokens }: Reading, at: number): boolean =>
  tokens[at] === undefined || /^(?:and|or|but|,|\)|;|\.)$/.test(tokens[at].word)

/** What was written, with the signs that part it: `closed_lost`. */
const writtenIn = ({ tokens, text }: Reading, from: number, { value, end }: Found<string>): string =>
  end > from + 1 ? text.slice(tokens[from]?.start, tokens[end - 1]?.end) : value

/** One text: in quotes, or a word in capitals with what goes with it. */
export function textValue(reading: Reading, at: number): Found<string> | undefined {
  const { tokens, text } = reading
  const first = tokens[at]
  if (first === undefined) return undefined
  if (first.kind === 'quoted') return { value: unquoted(first.text), end: at + 1 }
  const end = glued(reading, at + 1)
  // `.de` and `@acme.com` begin with a sign.
  if (first.kind === 'sign' && (end === at + 1 || !/^[.@]$/.test(first.text))) return undefined
  if (end === at + 1 && isSmallWord(first)) return undefined
  return {
    value: text.slice(first.start, tokens[capitals(reading, at, end) - 1]?.end),
    end: capitals(reading, at, end),
  }
}

/** Words in capitals that stand beside one go with it. */
function capitals({ tokens }: Reading, at: number, from: number): number {
  let end = from
  while (/^[\p{Lu}\p{N}]/u.test(tokens[at]?.text ?? '') && /^[\p{Lu}\p{N}]/u.test(tokens[end]?.text ?? '')) {
    if (tokens[end]?.kind !== 'word' && tokens[end]?.kind !== 'number') break
    end++
  }
  return end
}

/** `acme.com` and `R&D` are several tokens without a blank between them. */
function glued({ tokens, text }: Reading, from: number): number {
  let end = from
  for (; ; end++) {
    const [last, next] = [tokens[end - 1], tokens[end]]
    if (last === undefined || next === undefined || isComma(next.text)) return end
    // `closed_lost` and `Île-de-France` are cut at their signs.
    const between = text.slice(last.end, next.start)
    if (!/^[_-]?$/.test(between)) return end
  }
}

const isComma = (text = ''): boolean => /^[,;:!?)\]]$/.test(text)

const isSmallWord = ({ word, text }: { word: string; text: string }): boolean =>
  LEXICON.has(word) && /^\p{Ll}/u.test(text)
