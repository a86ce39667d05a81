import { NONE, ordersAsked, told } from '../grammar/asked.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { noSlots, timingSlot } from '../grammar/buying.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { type Parser, said, wordAt } from '../grammar/reading.ts'

const nothing = phrase(
  'nothing',
  'nothing at all',
  'but? absolutely nothing',
  'not a thing',
  'zero|zilch|nada',
)
const skipped = phrase(
  'skipped|missed|skipping|skip|miss|skips|sat out?',
  'took|take|taking a break|pause',
)
const wholly = phrase('completely|entirely|altogether|fully|totally|out')
const ENDS = /^(?:|[.,;:!?)-]|and|but|although|though|yet|or|who|however|while|despite)$/

/** "nothing in 9 months, but 3 orders before", "skipped 2024 completely": where no deed is named it is no order, and says so. */
export const nothingThen: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const missed = negative ? -1 : skipped(reading, start)
  const end = Math.max(nothing(reading, at), missed)
  const slots = noSlots()
  const time = end < 0 ? undefined : timingSlot(reading, skip(reading, end, wholly), slots)
  const behind = time === undefined ? -1 : skip(reading, time.end, wholly)
  if (time === undefined || !ENDS.test(wordAt(reading, behind))) return undefined
  time.fill()
  const stated = `“${said(reading, at, behind)}” is read as no order then.`
  return { value: told(ordersAsked('count', NONE, slots), slots, [stated, NON_BUYERS]), end: behind }
}
