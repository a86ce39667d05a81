import type { SegmentCount } from '#http/api.ts'
import { number } from '../api/format.ts'

const CAUSES: Readonly<Record<string, string>> = {
  created: 'Created',
  cloned: 'Created as a clone',
  updated: 'Its criteria were edited',
  restored: 'An earlier version was restored',
  deleted: 'Deleted',
  refreshed: 'Updated by hand',
  command: 'Updated in the terminal',
  import: 'Data was imported',
  start: 'First count',
  'first count': 'First count',
  figures: 'Counted again after a change',
}

/** Why a count was made: `New orders`, `Time passed: 12 aged out`. */
export function causeWords({ cause, entered, left }: SegmentCount): string {
  if (cause === 'time passed') {
    const parts = [
      ...(left === 0 ? [] : [`${number(left)} aged out`]),
      ...(entered === 0 ? [] : [`${number(entered)} aged in`]),
    ]
    return parts.length === 0 ? 'Time passed' : `Time passed: ${parts.join(', ')}`
  }
  return CAUSES[cause] ?? `${cause.slice(0, 1).toUpperCase()}${cause.slice(1)}`
}
