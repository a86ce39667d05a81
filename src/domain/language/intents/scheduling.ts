import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { askBack, type Commanded } from './commanded.ts'
import { segmentAt } from './segment-reference.ts'
import { isOver } from './whole.ts'

const recount = phrase(
  'refresh|update|recalculate|recompute|recount|rerun|reload|resync',
  'auto|automatically? refresh|update|recalculate|recount',
  'keep|have|get|make|let|set',
  'set up? a|an? schedule|refresh|update for|of|on|to?',
)
const scheduled = phrase(
  'schedule|plan|set a|an|the? daily|weekly|monthly|nightly|hourly|regular|automatic? refresh|update|recount of|for|on?',
  'schedule',
)
const to = phrase(
  'to|so|that|it? auto|automatically? refresh|refreshes|refreshed|update|updates|updated|recount|rerun',
)
const UNIT = 'day|night|morning|evening|week|weekend|month|hour|quarter|year|minute'
const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays'
const often = phrase(
  `on? every|each other? ${UNIT}|${DAYS}`,
  'daily|weekly|monthly|nightly|hourly|regularly|automatically',
  `on a|an? daily|weekly|monthly|nightly|hourly|regular basis|schedule|rhythm`,
  `once|twice a|per|every ${UNIT}`,
  `on ${DAYS}`,
  'by itself',
  'every few days|hours|weeks',
  'all the time',
)
const clock = phrase(
  'at|by midnight|noon|night',
  'first thing',
  'at the start|end of the? day|week|month',
  'morning|evening|night',
)

const AS_IT_COMES =
  'No schedule has to be set: whoever is in a segment is worked out from the data of the moment whenever it is shown, built on or exported. A refresh keeps who came and who went.'

/** `refresh Champions every Monday`, `schedule a weekly refresh of Newsletter`: what there is instead of a schedule. */
export function scheduling(reading: Reading, start: number): Commanded | undefined {
  const { tokens } = reading
  const opened = Math.max(scheduled(reading, start), recount(reading, start))
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  const rest = skip(reading, skip(reading, segment?.end ?? opened, to), to)
  const said = often(reading, rest)
  const names = scheduled(reading, start) >= 0 && tokens.slice(start).some(({ word }) => REFRESH.test(word))
  if (said < 0 ? !names : !isOver(reading, skip(reading, said, clock))) return undefined
  if (said < 0 && !isOver(reading, rest)) return undefined
  const text = segment === undefined ? undefined : `refresh ${segment.value.name}`
  return text === undefined
    ? askBack(reading, `${AS_IT_COMES} Which segment should be refreshed now?`)
    : askBack(reading, `${AS_IT_COMES} Shall I draft one now?`, [text])
}

const REFRESH = /^(?:refresh|update|recount|recalculate)$/
