import type { Criteria } from '../../criteria/schema.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Edit } from './edit.ts'

/** How a follow-up changes the criteria at hand; `undefined` when it is no follow-up. */
export type Refined =
  | { readonly kind: 'anew'; readonly from: number }
  | { readonly kind: 'edit'; readonly edit: Edit; readonly from: number; readonly to: number }
  | { readonly kind: 'unclear' }
  | undefined

/** Reads criteria in a stretch of the message. */
export type ReadPart = (from: number, to: number) => Criteria | undefined

export const suffixInstead = phrase(
  'instead',
  'rather',
  'actually',
  'instead of that|it',
  ', instead|please|thanks',
  'please',
  'then',
)

/** The end of the message without "instead", "please" and a full stop. */
export function trimmed(reading: Reading, to: number, words: Phrase): number {
  const last = reading.tokens[to - 1]?.word
  if (last === '.' || last === '!' || last === '?') return trimmed(reading, to - 1, words)
  for (const length of [3, 2, 1]) {
    if (to - length > 0 && words(reading, to - length) === to) return to - length
  }
  return to
}

export const editOf = (edit: Edit | undefined, from: number, to: number): Refined =>
  edit === undefined ? undefined : { kind: 'edit', edit, from, to }
