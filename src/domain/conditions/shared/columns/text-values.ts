import { LEXICON, phrase } from '../../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../../language/grammar/reading.ts'

const joint = phrase('or', ',', ', or')

/** Texts as they were written: quoted, or words in capitals: `“a b”, Acme or Beta Works`. */
export function textValues(reading: Reading, at: number): Found<string[]> | undefined {
  const first = textValue(reading, at)
  if (first === undefined) return undefined
  const texts = [first.value]
  let { end } = first
  for (;;) {
    const behind = joint(reading, end)
    const next = behind < 0 ? undefined : textValue(reading, behind)
    if (next === undefined) return { value: texts, end }
    texts.push(next.value)
    end = next.end
  }
}

function textValue(reading: Reading, at: number): Found<string> | undefined {
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
function glued({ tokens }: Reading, from: number): number {
  let end = from
  while (
    tokens[end] !== undefined &&
    tokens[end]?.start === tokens[end - 1]?.end &&
    !isComma(tokens[end]?.text)
  )
    end++
  return end
}

const isComma = (text = ''): boolean => /^[,;:!?)\]]$/.test(text)

const isSmallWord = ({ word, text }: { word: string; text: string }): boolean =>
  LEXICON.has(word) && /^\p{Ll}/u.test(text)

const unquoted = (text: string): string => text.slice(1, -1).replaceAll(/\\([\\“”])/gu, '$1')
