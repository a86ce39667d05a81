import type { Freshness } from '#http/api.ts'
import { dateTime } from '../api/format.ts'

/** How fresh the data is that a figure was read from: goes on after “Counted …”. */
export const freshness = (all: readonly Freshness[]): string =>
  all
    .map(({ source, latest, arrived, overdue }) => {
      const upTo = latest === null ? '' : ` up to ${dateTime(latest)}`
      const came = arrived === undefined ? '' : ` that came ${dateTime(arrived)}`
      const late = overdue === undefined ? '' : ` (overdue: ${overdue.join(', ')})`
      return upTo === '' && came === '' ? `, no ${source} yet` : `, ${source}${upTo}${came}${late}`
    })
    .join('')
