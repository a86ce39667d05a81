import { timedBy } from '../../language/grammar/buying.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { rollingTiming, type Timing } from '../../language/grammar/timing.ts'

const younger = phrase(
  'that|which? is|are|was|were? less|fewer|younger|newer than',
  'that|which? is|are|was|were? no|not more|older than',
  'that|which? is|are|was|were? under|below',
  'at most',
)
const old = phrase('old')

/** `an order less than 90 days old`: one of the last 90 days. */
const notOlder: Parser<Timing> = (reading, at) => {
  const opened = younger(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  const end = length === undefined || length.value.bare || length.value.plus ? -1 : old(reading, length.end)
  return length === undefined || end < 0 ? undefined : { value: rollingTiming(length.value), end }
}

export const orderAgeSlot = timedBy(notOlder)
