import type { Criteria } from '../../criteria/schema.ts'
import { allOf, anyOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { period } from '../../language/grammar/period.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'
import type { SegmentCondition } from './segment.ts'
import { segmentNamed } from './segment-named.ts'

/** What was said of a segment's history, without its time. */
export interface Asked {
  readonly was: NonNullable<SegmentCondition['was']>
  readonly segment: string
  readonly from?: string
}

export const ever = phrase(
  'once|ever|previously|formerly|already',
  'at some time|point|stage|moment',
  'at any time|point',
  'some time',
)
const asOf = phrase('as of|at|on', 'on|at the', 'as at', 'back on|in')
const joint = phrase('and|or|nor|,', ', and|or', 'and|or in|from|to|of')

/** A time, or the day that "as of" names. */
export function timeAt(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = asOf(reading, at)
  const day = opened < 0 ? undefined : period(reading, opened)
  if (day === undefined) return window(reading, at)
  const { from, to, assumptions, doubts } = day.value
  const whole: Window = { kind: 'dates', from: from.toString(), to: to.toString() }
  return { value: { windows: [whole], assumptions, doubts }, end: day.end }
}

/** Further segments of the same sentence, and its time: "left VIP or Champions this month". */
export function told(
  reading: Reading,
  at: number,
  negative: boolean,
  asked: Asked,
  stated: readonly string[] = [],
): Found<Meaning> {
  const segments = [asked.segment]
  let [any, named] = [false, at]
  for (;;) {
    const next = asked.from === undefined ? joint(reading, named) : -1
    const another = next < 0 ? undefined : segmentNamed(reading, next)
    if (another === undefined) break
    any ||= reading.tokens.slice(named, next).some(({ word }) => word === 'or' || word === 'nor')
    segments.push(another.value.id)
    named = another.end
  }
  const sometime = asked.was === 'in' ? skip(reading, named, ever) : named
  const time = timeAt(reading, sometime)
  const windows = time === undefined || time.value.windows.length === 0 ? [undefined] : time.value.windows
  const each = segments.map((segment) =>
    anyOf(
      windows.map(
        (within): Criteria => ({
          type: 'segment',
          ...asked,
          segment,
          ...(within !== undefined && { within }),
        }),
      ),
    ),
  )
  const joined = any || negative ? anyOf(each) : allOf(each)
  const doubts = time?.value.doubts ?? []
  return {
    value: {
      ...(doubts.length === 0 ? { criteria: negative ? negated(joined) : joined } : {}),
      assumptions: [...stated, ...(time?.value.assumptions ?? [])],
      doubts,
      people: true,
    },
    end: time?.end ?? sometime,
  }
}
