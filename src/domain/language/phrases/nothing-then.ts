import { NONE, ordersAsked, told } from '../grammar/asked.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { noSlots, timingSlot } from '../grammar/buying.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'

const nothing = phrase(
  'nothing',
  'nothing at all',
  'but? absolutely nothing',
  'not a thing',
  'zero|zilch|nada',
)
const skipped = phrase('skipped|missed|skipping|skip|miss|skips|sat out?', 'took|take|taking a break|pause')
const wholly = phrase('completely|entirely|altogether|fully|totally|out')
const ENDS = /^(?:|[.,;:!?)-]|and|but|although|though|yet|or|who|however|while|despite)$/

/** "nothing in 9 months, but 3 orders before", "skipped 2024 completely": where no deed is named it is no order, and says so. */
export const nothingThen: Parser<Meaning> = (reading, at) => {
  const behind = nothingBehind(reading, at)
  if (behind !== undefined) return behind
  const { negative, end: start } = polarity(reading, at)
  const missed = negative ? -1 : skipped(reading, start)
  const end = Math.max(nothing(reading, at), missed)
  const slots = noSlots()
  const time = end < 0 ? undefined : timingSlot(reading, skip(reading, end, wholly), slots)
  const last = time === undefined ? -1 : skip(reading, time.end, wholly)
  if (time === undefined || !ENDS.test(wordAt(reading, last))) return undefined
  time.fill()
  const stated = `“${said(reading, at, last)}” is read as no order then.`
  return { value: told(ordersAsked('count', NONE, slots), slots, [stated, NON_BUYERS]), end: last }
}

/** "before Halloween they bought, after Halloween nothing": the time stands before it. */
function nothingBehind(reading: Reading, at: number): Found<Meaning> | undefined {
  if (!/^(?:|[,;:]|and|but|then)$/.test(wordAt(reading, at - 1))) return undefined
  const time = window(reading, at)
  const end = time === undefined ? -1 : nothing(reading, time.end)
  if (time === undefined || end < 0 || !ENDS.test(wordAt(reading, end))) return undefined
  const slots = { ...noSlots(), timing: time.value }
  const stated = `“${said(reading, at, end)}” is read as no order then.`
  return { value: told(ordersAsked('count', NONE, slots), slots, [stated, NON_BUYERS]), end }
}
