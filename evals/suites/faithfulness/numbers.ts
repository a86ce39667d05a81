/** A number in a text, with the word that follows it. */
export interface Said {
  readonly value: number
  readonly text: string
  readonly of: string
}

const NUMBER = /(?<![\p{L}\d.,])\d{1,3}(?:[,\u202f\u00a0’']\d{3})+(?:\.\d+)?|(?<![\p{L}\d.,])\d+(?:\.\d+)?/gu

/** Every number that a text says; the markers of a numbered list say nothing. */
export function numbersIn(text: string): readonly Said[] {
  const plain = text.replaceAll(/^\s*\d+[.)]\s+/gmu, '').replaceAll(/[*_`]/gu, '')
  return [...plain.matchAll(NUMBER)].map((match) => {
    const [found] = match
    const after = plain.slice(match.index + found.length)
    return {
      value: Number(found.replaceAll(/[,\u202f\u00a0’']/gu, '')),
      text: found,
      of: /^[\s\u00a0]*(%|\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '',
    }
  })
}

/** Of so few a text may speak by itself ("two readings"), unless they are counted people or things of theirs. */
const SMALL = 10
const COUNTED = /^(?:customers?|people|persons?|members?|buyers?|orders?|companies|company|%)$/

/** The numbers of an answer that nothing holds which it could know them from. */
export function ungrounded(
  answer: string,
  sources: readonly string[],
  {
    count,
    total,
  }: { readonly count?: number | null | undefined; readonly total?: number | null | undefined },
): readonly Said[] {
  const known = new Set(sources.flatMap(numbersIn).map(({ value }) => value))
  const share = count != null && total ? (100 * count) / total : undefined
  return numbersIn(answer).filter(({ value, of }) => {
    if (known.has(value)) return false
    if (value <= SMALL && Number.isInteger(value) && !COUNTED.test(of)) return false
    // A share may be rounded further than the preview does.
    return !(of === '%' && share !== undefined && Math.abs(value - share) <= 0.6)
  })
}
