import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** How far a deed goes: whoever did a later one did more than an earlier one. */
const STAGES = [
  ['opened_email', 'visited_site', 'searched'],
  ['viewed_product', 'clicked_email', 'clicked_sms', 'clicked_ad'],
  ['added_to_cart'],
  ['started_checkout'],
] as const

const stageOf = (deed: Criteria): number => {
  if (!isCondition(deed)) return -1
  if (deed.type === 'orders' || deed.type === 'purchases') return STAGES.length
  if (deed.type !== 'events') return -1
  return Math.min(
    ...deed.event.map((event) => STAGES.findIndex((stage) => stage.some((known) => known === event))),
  )
}

/** "clicked, not just opened" asks for more, "opened, not just clicked" for less. */
export const goesFurther = (deed: Criteria, than: Criteria): boolean =>
  stageOf(than) >= 0 && stageOf(deed) > stageOf(than)
