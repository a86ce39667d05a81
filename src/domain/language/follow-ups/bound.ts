import type { EventsCondition } from '../../conditions/events/events.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { conditionsOf, rebuild } from './edit.ts'

/**
 * "bought in the 7 days after opening", of people who opened Weekly 42: what came first is what is at hand, with the
 * campaign or product that it was of.
 */
export const boundTo = (current: Criteria, next: Criteria): Criteria =>
  rebuild(next, (part) => {
    if (!isCondition(part) || part.type !== 'sequence') return part
    const { first } = part
    if (first.did !== 'event' || first.where !== undefined) return part
    const held = conditionsOf(current).filter((one): one is EventsCondition => isDone(one, first.event))
    const [only, ...others] = held
    return only?.where === undefined || others.length > 0
      ? part
      : { ...part, first: { ...first, where: only.where } }
  }) ?? next

const isDone = (one: Criteria, event: readonly string[]): boolean =>
  isCondition(one) &&
  one.type === 'events' &&
  one.event.join() === event.join() &&
  !(one.op === '=' && one.value === 0)
