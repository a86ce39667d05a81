import { monthOf } from './history.ts'
import type { Order } from './orders.ts'
import type { Random } from './random.ts'
import type { Shopper } from './shoppers.ts'

/** The labels that people at the shop have put on a customer by hand, not always rightly. */
export function drawTags(
  { habit, joinedAt, openness }: Shopper,
  orders: readonly Order[],
  random: Random,
): string[] {
  const spent = orders.reduce((sum, order) => sum + order.total, 0)
  const returned = orders.some((order) => order.status === 'refunded')
  const tags: string[] = []
  const tag = (label: string, probability: number) => {
    if (random.chance(probability)) tags.push(label)
  }
  if (habit.kind === 'staff') tag('staff', 1)
  if (habit.kind === 'wholesale') tag('wholesale', 0.95)
  if (habit.kind === 'subscriber') tag('subscriber', 0.9)
  if (habit.kind === 'gift giver') tag('gift giver', 0.3)
  if (spent > VIP_SPEND) tag('vip', 0.75)
  if (orders.length >= 10) tag('tasting club', 0.3)
  if (returned) tag('complaint', 0.2)
  if (openness > 0.6) tag('newsletter fan', 0.2)
  if (isHolidaySignUp(joinedAt)) tag('holiday giveaway', 0.25)
  return tags
}

/** In cents. */
const VIP_SPEND = 120_000

/** The giveaway runs in the first half of December. */
const isHolidaySignUp = (at: number): boolean => monthOf(at) === 12 && new Date(at * 1000).getUTCDate() <= 15
