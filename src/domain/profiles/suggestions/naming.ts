import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Profiles } from '../read.ts'
import type { ProfileParameters } from '../parameter.ts'

type Words = (criteria: Criteria) => string

const LONGEST = 60

/** A name for a profile by what it asks for first, which no ICP has: `SaaS, employees 51–500`. */
export function nameFor(
  parameters: ProfileParameters,
  words: Words,
  profiles: Pick<Profiles, 'find'>,
  taken: ReadonlySet<string>,
): string {
  const labels = parameters.map(({ mode, criteria }) => {
    const label = labelOf(criteria, words)
    return mode === 'exclude' ? `no ${label}` : label
  })
  const name = labels.slice(0, 2).join(', ').slice(0, LONGEST).trim()
  const isFree = (one: string) => !taken.has(one) && profiles.find(one).length === 0
  for (let nth = 1; ; nth++) {
    const numbered = nth === 1 ? name : `${name} ${nth}`
    if (isFree(numbered)) return numbered
  }
}

/** A value by itself, a band by its field, anything else in its words. */
function labelOf(criteria: Criteria, words: Words): string {
  if (!isCondition(criteria)) {
    const [only, ...others] = 'none' in criteria ? criteria.none : []
    return only === undefined || others.length > 0 ? words(criteria) : `not ${labelOf(only, words)}`
  }
  if (!('field' in criteria) || !('value' in criteria)) return words(criteria)
  const { field, value } = criteria
  if (typeof value === 'string') return value
  return Array.isArray(value)
    ? `${field.replaceAll('_', ' ')} ${value.map(String).join('–')}`
    : words(criteria)
}
