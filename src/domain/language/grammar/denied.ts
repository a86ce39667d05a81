import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** Something that was done, or was never done: of some kind, at some time, and no more than that. */
export type PlainDeed = Extract<Condition, { type: 'orders' | 'purchases' | 'events' }>

/** What plain deeds are done to, and when, is part of them; how often or for how much is not. */
export function plainDeed(criteria: Criteria | undefined): PlainDeed | undefined {
  if (criteria === undefined || !isCondition(criteria)) return undefined
  if (criteria.type === 'orders')
    return criteria.measure === 'count' && (isOnce(criteria) || isNever(criteria)) ? criteria : undefined
  if (criteria.type === 'purchases')
    return criteria.match === 'none' || (criteria.match === 'any' && criteria.op === undefined)
      ? criteria
      : undefined
  if (criteria.type === 'events') return criteria.op === undefined || isNever(criteria) ? criteria : undefined
  return undefined
}

interface Tested {
  readonly op?: string | undefined
  readonly value?: number | readonly number[] | undefined
}
const isOnce = ({ op, value }: Tested): boolean => op === '>=' && value === 1
const isNever = ({ op, value }: Tested): boolean => op === '=' && value === 0

export const isDenied = (deed: PlainDeed): boolean =>
  deed.type === 'purchases' ? deed.match === 'none' : isNever(deed)

/** None of some orders, visits or products alone: of others nothing is said. */
export const isPartlyDenied = (criteria: Criteria): boolean => {
  const deed = plainDeed(criteria)
  return deed !== undefined && isDenied(deed) && ('where' in deed || deed.within !== undefined)
}

export const isDone = (deed: PlainDeed | undefined): deed is PlainDeed =>
  deed !== undefined && !isDenied(deed)

/** Whether one was not done and the other was: neither takes the other's denial. */
export function isDeniedAlone(held: Criteria, next: Criteria): boolean {
  const before = plainDeed(held)
  return before !== undefined && isDenied(before) && isDone(plainDeed(next))
}

/** "did not …" of a deed that was done, in the criteria that "have not …" leads to. */
export function denied(deed: PlainDeed): PlainDeed {
  switch (deed.type) {
    case 'orders':
    case 'events':
      return { ...deed, op: '=', value: 0 }
    case 'purchases':
      return { ...deed, match: 'none' }
  }
}

/** "did …" of a deed that was not done. */
export function done(deed: PlainDeed): PlainDeed {
  switch (deed.type) {
    case 'orders':
      return { ...deed, op: '>=', value: 1 }
    case 'events': {
      const { op: _op, value: _value, ...rest } = deed
      return rest
    }
    case 'purchases':
      return { ...deed, match: 'any' }
  }
}
