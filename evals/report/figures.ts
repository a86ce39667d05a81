import type { Tally } from './tally.ts'
import { shareRight } from './tally.ts'

/** Figures as people read them, the same in the terminal and on the page. */
export const percent = (tally: Tally): string =>
  tally.cases === tally.failed ? '–' : `${(100 * shareRight(tally)).toFixed(1)} %`

/** `12 of 15` */
export const rightOf = ({ right, cases, failed }: Tally): string => `${right} of ${cases - failed}`

export const dollars = (cost: number | undefined): string =>
  cost === undefined ? '–' : `$${cost < 0.1 ? cost.toFixed(4) : cost.toFixed(2)}`

export const tokenCount = (count: number): string => (count === 0 ? '–' : count.toLocaleString('en-US'))

export const seconds = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
