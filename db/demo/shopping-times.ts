import { DAY, type History, HOUR, monthOf } from './history.ts'
import { hoursAhead } from './places.ts'
import { chooser, type Random } from './random.ts'
import { BUSIEST, season } from './seasons.ts'
import type { Shopper } from './shoppers.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Midnight to midnight: over the first cup, at lunch, and on the sofa. */
const TRAFFIC = [2, 1, 1, 1, 1, 2, 4, 7, 9, 8, 6, 6, 8, 7, 5, 5, 5, 6, 7, 9, 11, 11, 8, 4]

const chooseHour = chooser(HOURS, (hour) => TRAFFIC[hour] ?? 0)

/** Moves an instant within its day, to an hour at which people who live there shop. */
export function atShoppingHour(shopper: Shopper, at: number, random: Random): number {
  const ahead = hoursAhead(shopper.place) * HOUR
  const midnight = Math.floor((at + ahead) / DAY) * DAY - ahead
  return midnight + chooseHour(random) * HOUR + random.whole(0, HOUR - 1)
}

/** When someone orders, oldest first; nobody who only browses is asked. */
export function orderTimes(shopper: Shopper, history: History, random: Random): number[] {
  const times: number[] = []
  let at = firstOrder(shopper, random)
  while (at <= history.now) {
    times.push(at)
    if (random.chance(shopper.habit.dropout)) break
    at = nextOrder(shopper, at, history, random)
  }
  return times
}

/** Most sign up because they are about to buy; the others take their time. */
function firstOrder(shopper: Shopper, random: Random): number {
  if (random.chance(0.72)) return shopper.joinedAt + random.whole(60, 1200)
  return soonest(shopper, shopper.joinedAt, shopper.joinedAt + random.exponential(40 * DAY), random)
}

/** The next order. Busy days are likelier: quiet days turn down a share of those who would come. */
function nextOrder(shopper: Shopper, last: number, history: History, random: Random): number {
  const { gap, regular, kind } = shopper.habit
  if (regular) return soonest(shopper, last, last + gap * random.between(0.85, 1.2), random)
  let at = last
  do {
    at += random.exponential(gap / BUSIEST)
    if (at > history.now) return at
  } while (!random.chance((season(at) * (kind === 'gift giver' ? gifting(at) : 1)) / BUSIEST))
  return soonest(shopper, last, at, random)
}

/** Presents are bought before the holidays, and for Mother's Day. */
function gifting(at: number): number {
  const month = monthOf(at)
  return month >= 11 ? 1 : month === 5 ? 0.6 : 0.1
}

/** That day at a shopping hour, or a little later where the day's hour has passed already. */
function soonest(shopper: Shopper, after: number, at: number, random: Random): number {
  const moved = atShoppingHour(shopper, at, random)
  return moved > after ? moved : after + random.whole(HOUR / 2, 9 * HOUR)
}
