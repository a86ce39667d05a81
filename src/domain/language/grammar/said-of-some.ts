import { phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

/** What is said of some of those who were named before begins so: “fintechs only if …”, “Canadian ones with …”. */
export const limitOfSome = phrase(
  'only? if|when|where they|it? is|are|have|has?',
  'only as long as they? are|have?',
  'only|just',
  'must|should|need|needs have|to? be? only?',
)
/** Nouns for some of those who are asked for. */
export const some = phrase('ones|companies|firms|businesses|accounts|those|people')

/** Whether a name that was said before is said again to go on about those alone, and not to list it twice. */
export const goesOnAbout = (reading: Reading, at: number): boolean =>
  limitOfSome(reading, at) >= 0 || some(reading, at) >= 0
