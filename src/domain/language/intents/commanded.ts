import type { Criteria } from '../../criteria/schema.ts'
import { type Doubt, question } from '../grammar/meaning.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Command } from '../interpretation.ts'

/** A command, a question about it, people to be saved for it first, or what can't be done yet. */
export type Commanded =
  | { readonly kind: 'command'; readonly command: Command; readonly note?: string }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'people'; readonly criteria: Criteria; readonly assumption: string }
  | { readonly kind: 'refused'; readonly missing: string; readonly reason: string }

/** Reads criteria in the rest of a message, for "clone X and limit it to France". */
export type ReadCriteria = (from: number, to: number) => Criteria | undefined

/** `note`: said below the answer. */
export const done = (command: Command, note?: string): Commanded => ({
  kind: 'command',
  command,
  ...(note !== undefined && { note }),
})
export const doubtOf = (doubt: Doubt): Commanded => ({ kind: 'doubt', doubt })

/** A question about the whole message; each choice is a message of its own. */
export const askBack = (reading: Reading, says: string, texts: readonly string[] = []): Commanded =>
  doubtOf(
    question(
      0,
      reading.tokens.length,
      says,
      texts.map((text) => [text, text]),
    ),
  )
