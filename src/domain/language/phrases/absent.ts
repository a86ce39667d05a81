import type { Phrase } from '../grammar/phrase.ts'

/** Something that people ask for and that is not there. */
export interface Absent {
  readonly name: string
  readonly says: string
  readonly words: Phrase
}
