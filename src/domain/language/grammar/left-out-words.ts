import { phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

const verb = phrase('please? leave|take|cut|kick|throw|weed|filter|keep|put|knock|rule')
const out = phrase('out', 'aside', 'out of it|this|that', 'off|out of? the|my|our list', 'out please')
const pause = phrase(',|;|.|-|–|—|: and? then|now?', 'and? then|now', 'and')

/** So many words name whom somebody leaves out, at most. */
const MOST_LEFT_OUT = 10

export interface LeftOutWords {
  /** Where those begin who are left out, and where they end. */
  readonly from: number
  readonly to: number
  /** Behind the pause that follows. */
  readonly end: number
}

/** "leave France out, then": a verb, whom it leaves out, and the word for that behind them. */
export function leftOutWords(reading: Reading, at: number, end: number): LeftOutWords | undefined {
  const from = verb(reading, at)
  // "Leave out France" has it before them.
  if (from < 0 || out(reading, from) >= 0) return undefined
  for (let to = from + 1; to < Math.min(end, from + MOST_LEFT_OUT); to++) {
    const behind = out(reading, to)
    const paused = behind < 0 ? -1 : behind >= end ? behind : pause(reading, behind)
    if (paused >= 0) return { from, to, end: paused }
  }
  return undefined
}

/** "take out", "filter out": nobody is asked for yet. */
export const leavesOutAt = (reading: Reading, at: number): boolean =>
  (verb(reading, at) >= 0 && out(reading, verb(reading, at)) >= 0) ||
  leftOutWords(reading, at, reading.tokens.length) !== undefined
