import { phrase } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { askBack, type Commanded } from './commanded.ts'
import { isFixed } from './fixed-question.ts'
import { segmentAt } from './segment-reference.ts'

const setBack = phrase('restore|revert|reset|rollback|rewind|recover', 'roll|set|put|bring|take|turn back?')
const LOOSE = /^(?:roll|set|put|bring|take|turn)$/
const to = phrase('back? to|as')

/** “Restore Newsletter to how it looked on 1 October”: what there is instead of versions by their day. */
export function earlierVersion(reading: Reading, start: number): Commanded | undefined {
  const opened = setBack(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  const behind = segment === undefined ? -1 : to(reading, segment.end)
  if (segment === undefined || behind < 0) return undefined
  // “Put VIP on …” goes nowhere back, and what was before the last change is undone.
  const back = LOOSE.test(wordAt(reading, start)) ? reading.tokens.some(({ word }) => word === 'back') : true
  if (!back || !reading.tokens.some((_, at) => at >= behind && window(reading, at) !== undefined))
    return undefined
  const { id, name } = segment.value
  const text = `history of ${name}`
  const says = isFixed(reading, id)
    ? `${name} can’t be set back: who is in it comes from elsewhere or from Muster’s own rule, and no earlier version of it is kept. “${text}” tells what was changed, and who came and went. Nothing is changed.`
    : `${name} can’t be set back to a day: changes of it are taken back one by one, the last one first, with “undo that”. “${text}” tells what they were. Nothing is changed.`
  return askBack(reading, says, [text])
}
