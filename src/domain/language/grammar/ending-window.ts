import type { Window } from '../../time/window.ts'
import { boundary } from './boundary.ts'
import { phrase } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { span, unitAt } from './span.ts'
import { rollingTiming, type Timing } from './timing.ts'

const inThe = phrase('in|over|during|for|within the', 'the')
const upTo = phrase(
  'up? to|until|till|through',
  'ending|ended|which|that ends? in|on|with?',
  'up? to|until|till|through the end of',
  'ending|ended at|with the end of',
)

/** `in the twelve months to the end of October`, `in the year to 30 September`: so long, and that day is the last. */
export function endingWindow(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = inThe(reading, at)
  if (opened < 0) return undefined
  const length = span(reading, opened)
  const one = length === undefined ? unitAt(reading, opened) : undefined
  const n = length?.value.n ?? one?.times
  const unit = length?.value.unit ?? one?.unit
  const end = length?.end ?? one?.end
  if (n === undefined || unit === undefined || unit === 'hour' || end === undefined) return undefined
  const joint = upTo(reading, end)
  const last = joint < 0 ? undefined : boundary(reading, joint)
  if (last === undefined) return undefined
  const { to, assumptions, doubts } = last.value
  // "in the 90 days to today" rolls.
  if (to.equals(reading.today)) {
    const rolls = rollingTiming({ n, unit })
    return { value: { ...rolls, assumptions: [...assumptions, ...rolls.assumptions], doubts }, end: last.end }
  }
  const from =
    unit === 'quarter'
      ? to.add({ days: 1 }).subtract({ months: 3 * n })
      : to.add({ days: 1 }).subtract({ [`${unit}s`]: n })
  const window: Window = { kind: 'dates', from: from.toString(), to: to.toString() }
  return {
    value: {
      windows: [window],
      assumptions: [...assumptions, `Counted are ${from.toString()} to ${to.toString()}.`],
      doubts: [...doubts],
    },
    end: last.end,
  }
}
