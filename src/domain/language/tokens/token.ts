/** What stands in quotes, marks behind a backslash as themselves (conditions/shared/value-words.ts writes them so). */
export const unquoted = (text: string): string =>
  text.startsWith('“') ? text.slice(1, -1).replaceAll(/\\([\\“”])/gu, '$1') : text.slice(1, -1)

/** One word, number or sign of the message. Contractions make two tokens: `haven’t` is `have` + `not`. */
export interface Token {
  readonly kind: 'word' | 'number' | 'date' | 'quoted' | 'address' | 'sign'
  /** As it stands in the message. */
  readonly text: string
  /** Folded, spelled out (`ppl` is `people`), and with likely typos mended: what the grammar compares. */
  readonly word: string
  /** Character offsets in the message, end excluded. */
  readonly start: number
  readonly end: number
  /** Of numbers, in digits or words. */
  readonly number?: number
  /** Millions or billions, as the next token says. */
  readonly scaled?: true
  /** ISO 4217 code of a currency sign written before the number. */
  readonly currency?: string
  /** `once`, `twice`: a number that already says "times". */
  readonly times?: true
  /** `1st`, `second`. */
  readonly ordinal?: true
  /** A written date as its three numbers, in the order written; `2025-03-04` is `ymd`. */
  readonly date?: {
    readonly order: 'ymd' | 'dmy' | 'unsure'
    readonly parts: readonly [number, number, number]
  }
  /** What was written, where a typo was mended. */
  readonly mended?: string
}
