import type { Unit, Window } from '../../time/window.ts'
import type { Doubt } from './meaning.ts'

/** A window as said. Several: "in March or May", "in March and May". None: it has to be asked. */
export interface Timing {
  readonly windows: readonly Window[]
  /** In each of the windows, rather than in any of them. */
  readonly every?: true
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
  /** Stretches joined by "or" that follow each other: one long time, where a sum or a number is asked. */
  readonly merged?: { readonly from: number; readonly to: number }
  /** It says nothing of the time behind it: "exactly 2 times in the time before the last 90 days". */
  readonly whateverSince?: true
}

export const timing = (window: Window, ...assumptions: string[]): Timing => ({
  windows: [window],
  assumptions,
  doubts: [],
})

/** Where a time stands behind several things, and is not said to be of the last alone. */
export const TIME_OF_EACH = 'The time is read for each of them.'

/** "the last 2 quarters", as a window up to now. */
export function rollingTiming({
  n,
  unit,
  assumption,
}: {
  n: number
  unit: Unit
  assumption?: string
}): Timing {
  const stated =
    unit === 'quarter' ? [`The last ${n} quarters are read as the ${3 * n} months up to now.`] : []
  return timing({ kind: 'last', n, unit }, ...(assumption === undefined ? [] : [assumption]), ...stated)
}

/** The same time of what happens once only, which can be in one of the windows at most. */
export const inAnyOf = ({ windows, assumptions, doubts }: Timing): Timing => ({
  windows,
  assumptions,
  doubts,
})
