import type { ComponentChildren } from 'preact'
import type { GroupComparison } from '#http/api.ts'
import { number, share } from '../api/format.ts'

interface Part {
  readonly key: 'first' | 'both' | 'second'
  readonly name: string
  readonly size: number
}

/** What two groups that may share people are made of. */
const partsOf = ({ first, second, both }: GroupComparison): readonly Part[] => [
  { key: 'first', name: `Only ${first.name}`, size: first.only },
  { key: 'both', name: 'In both', size: both },
  { key: 'second', name: `Only ${second.name}`, size: second.only },
]

/** The parts as a picture says them to whoever can't see it. */
export const partsAsText = (comparison: GroupComparison): string =>
  partsOf(comparison)
    .map(({ name, size }) => `${name}: ${number(size)}`)
    .join(', ')

/** The parts with their sizes and shares, each beside what it is drawn with: shapes of 10 by 10. */
export function PartsList(props: {
  readonly comparison: GroupComparison
  readonly swatch: (key: Part['key']) => ComponentChildren
}) {
  return (
    <ul class="parts">
      {partsOf(props.comparison).map(({ key, name, size }) => (
        <li key={key}>
          <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">
            {props.swatch(key)}
          </svg>
          <span>{name}</span>
          <span class="figure">
            <strong>{number(size)}</strong> <span class="muted">{share(size, props.comparison.either)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
