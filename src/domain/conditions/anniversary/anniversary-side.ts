import type { Criteria } from '../../criteria/schema.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

/** Only the days of a running month or year that have passed, or only those to come. */
type Side = 'passed' | 'ahead'

const PASSED = /^(?:turned|reached|became|had|was|were|celebrated|marked|already)$/
const AHEAD = /^(?:yet|still)$/
/** So many words before the phrase may say it: "have yet to turn 40". */
const BEFORE = 2

/** "turned 40 this year" has happened; "turning 40 this year" is said of the whole year. */
export function sideSaid({ tokens }: Reading, from: number, to: number): Side | undefined {
  const words = tokens.slice(Math.max(0, from - BEFORE), to).map(({ word }) => word)
  if (words.some((word) => AHEAD.test(word))) return 'ahead'
  return words.some((word) => PASSED.test(word)) ? 'passed' : undefined
}

/** "will turn 60 this year": nobody can tell whether the days that have passed are meant. */
export const WHOLE_PERIOD =
  'Days that have passed count as well as those to come; say “turned” or “still to turn” for one of the two.'

export const saysWill = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - BEFORE), to).some(({ word }) => word === 'will' || word === 'would')

const HELD = {
  week: { n: 1, unit: 'week' },
  month: { n: 1, unit: 'month' },
  quarter: { n: 3, unit: 'month' },
  year: { n: 12, unit: 'month' },
} as const

/** Whether a window is running, so that it has days of both kinds. */
export const isRunning = (
  on: AnniversaryWindow,
  today: string,
): on is Extract<AnniversaryWindow, { kind: 'calendar' | 'dates' }> =>
  on.kind === 'calendar'
    ? on.offset === 0 && on.unit !== 'day'
    : on.kind === 'dates' && on.from <= today && today <= on.to

/**
 * One side of a running window. What falls into both this year and the last 12 months has passed: that holds of one
 * number of years, whose day comes once. Of any number, dates say it, which stay as they are.
 */
export function sided(condition: AnniversaryCondition, side: Side, today: string): SidedCriteria {
  const { on, years } = condition
  if (!isRunning(on, today) || on.kind !== 'calendar' || on.unit === 'day') {
    const { from, to } = on.kind === 'dates' ? on : { from: today, to: today }
    const half = side === 'passed' ? { from, to: today } : { from: today, to }
    return { criteria: { ...condition, on: { kind: 'dates', ...half } }, says: SAYS[side] }
  }
  if (on.unit === 'year' && years?.op !== '=') return { says: SAYS[side] }
  const near: AnniversaryWindow = { kind: side === 'passed' ? 'last' : 'next', ...HELD[on.unit] }
  return { criteria: { all: [condition, { ...condition, on: near }] }, says: SAYS[side] }
}

interface SidedCriteria {
  /** None: it can't be asked of so long a time. */
  readonly criteria?: Criteria
  readonly says: string
}

const SAYS: Readonly<Record<Side, string>> = {
  passed: 'Only days up to today count, which have passed.',
  ahead: 'Only days from today on count, which are to come.',
}
