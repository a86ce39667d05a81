import { lengthOf, timesIn, windowOf, withLength, withTime } from '../conditions/facets/windows.ts'
import type { Condition } from '../conditions/index.ts'
import type { Unit, Window } from '../time/window.ts'
import type { Step } from './alternative.ts'

/** The lengths that people say. */
const LADDER: Readonly<Record<Unit, readonly number[]>> = {
  hour: [1, 6, 12, 24, 48, 72],
  day: [1, 3, 7, 14, 30, 60, 90, 120, 180, 365],
  week: [1, 2, 4, 8, 12, 26, 52],
  month: [1, 2, 3, 6, 9, 12, 18, 24],
  quarter: [1, 2, 4],
  year: [1, 2, 3, 5],
}
const units = (n: number, unit: Unit): string => `${n} ${unit}${n === 1 ? '' : 's'}`

/** `60 days instead of 90`, `the last 1 month instead of the calendar month`. */
export const timeSteps = (condition: Condition): readonly Step<Condition>[] =>
  timesIn(condition).flatMap((facet): readonly Step<Condition>[] => {
    const length = lengthOf(facet.value)
    if (length !== undefined) {
      const { n, unit } = length
      const lower = LADDER[unit].filter((step) => step < n).at(-1)
      const higher = LADDER[unit].find((step) => step > n)
      return [lower, higher].flatMap((step) => {
        const criteria = step === undefined ? undefined : withLength(condition, facet, { n: step, unit })
        return step === undefined || criteria === undefined
          ? []
          : [{ criteria, instead: `${units(step, unit)} instead of ${n}` }]
      })
    }
    const window = windowOf(facet.value)
    if (window?.kind !== 'calendar' || window.count !== undefined || window.unit === 'day') return []
    if (window.offset !== 0 && window.offset !== -1) return []
    const { unit } = window
    const rolling: Window = { kind: 'last', n: 1, unit }
    const criteria = withTime(condition, rolling, facet.path)
    const calendar = `${window.offset === 0 ? 'this' : 'last'} calendar ${unit}`
    return criteria === undefined
      ? []
      : [{ criteria, instead: `the ${unit} up to now instead of ${calendar}` }]
  })
