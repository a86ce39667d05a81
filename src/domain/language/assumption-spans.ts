import type { Assumed } from './grammar/assumed.ts'
import type { Token } from './tokens/token.ts'
import type { ReceiptSpan } from './receipt-span.ts'

/** A stretch of characters, end excluded. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Assumptions as spans of the message: the words that they quote (“a couple” is read as at least 2), else all words of
 * the phrase that made them. They lie on the spans of what these words became.
 */
export function assumptionSpans(
  text: string,
  tokens: readonly Token[],
  assumed: readonly Assumed[],
): ReceiptSpan[] {
  const spans = new Map<string, ReceiptSpan>()
  for (const { says, from, to } of assumed) {
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (first === undefined || last === undefined || first.end > last.end) continue
    const { start, end } = quotedIn(text, { start: first.start, end: last.end }, says)
    spans.set(`${start} ${says}`, {
      text: text.slice(start, end),
      start,
      end,
      as: 'assumption',
      meaning: says,
    })
  }
  return [...spans.values()]
}

/** Where a model quotes the words in what it says it assumed; nowhere, where it quotes none of the message. */
export function quotedSpan(text: string, says: string): ReceiptSpan | undefined {
  const whole = { start: 0, end: text.length }
  const found = quotedIn(text, whole, says)
  if (found === whole) return undefined
  return { text: text.slice(found.start, found.end), ...found, as: 'assumption', meaning: says }
}

/** `“3 times” is read as …`, `March is read as March 2026`, `"recent" means …` */
function quotedIn(text: string, within: Stretch, says: string): Stretch {
  const quoted = [...says.matchAll(/[“"‘']([^“”"‘’']+)[”"’']/gu)].flatMap(([, words]) => words ?? [])
  const before = /^([^“”]{1,40}?) (?:is|are) read as\b/u.exec(says)?.[1]
  for (const words of before === undefined ? quoted : [...quoted, before]) {
    const found = wordsIn(text, within, words)
    if (found !== undefined) return found
  }
  return within
}

/** Whole words within a stretch, whatever their case. */
function wordsIn(text: string, { start, end }: Stretch, words: string): Stretch | undefined {
  const escaped = words.trim().replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(
    text.slice(start, end),
  )
  return found === null
    ? undefined
    : { start: start + found.index, end: start + found.index + found[0].length }
}
