import { canonicalJson } from '#kernel/hash.ts'
import { windowOf } from '../../conditions/facets/windows.ts'
import { phrase } from '../grammar/phrase.ts'
import { changeOf, conditionsOf } from './edit.ts'
import { setTime, timesOf } from './edit-times.ts'
import { referred } from './refer.ts'
import { editsOf, firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'

const sameTime = phrase(
  'use|apply|take|put|set? the? same|that window|period|time|timeframe|timespan|range|dates|days frame|period|span|window|range? for|on|to|with|of the?',
)

/** `same window for the spend`: the one other time at hand, for what is named. */
export function sameWindow({ reading, current, from, to: end }: FollowUp): Refined {
  const start = sameTime(reading, from)
  const to = trimmed(reading, end, suffixToo)
  const told = start < 0 || start >= to ? undefined : referred(reading, start, to, { current })
  if (told?.named !== true) return undefined
  const others = timesOf(conditionsOf(current)).filter(
    ({ condition }) => !told.conditions.includes(condition),
  )
  const windows = new Map(
    others.flatMap(({ facet }) => {
      const window = windowOf(facet.value)
      return window === undefined ? [] : [[canonicalJson(window), window] as const]
    }),
  )
  const [window, ...more] = windows.values()
  if (window === undefined || more.length > 0) return { kind: 'unclear' }
  const edits = told.conditions.flatMap((condition) => editsOf(setTime(current, [condition], { window })))
  return firmly(refinedBy(changeOf(edits, 'Which time should change?'), start, end))
}
