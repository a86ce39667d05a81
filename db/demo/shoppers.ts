import { drawHabit, type Habit } from './habits.ts'
import { DAY, type History } from './history.ts'
import { hasNumbers } from './phones.ts'
import { choosePlace, type Place } from './places.ts'
import { chooser, type Random } from './random.ts'
import { serial } from './rows.ts'
import { season } from './seasons.ts'
import { chooseTaste, type Taste } from './tastes.ts'

/** What is true of a customer, whether or not the shop's records say so. */
export interface Shopper {
  readonly id: string
  readonly place: Place
  readonly taste: Taste
  readonly habit: Habit
  readonly joinedAt: number
  readonly hasEmail: boolean
  readonly hasPhone: boolean
  /** Never without an address to send to. */
  readonly wantsEmail: boolean
  readonly wantsSms: boolean
  /** The chance of opening an e-mail that arrives. */
  readonly openness: number
  readonly device: 'mobile' | 'desktop' | 'tablet'
}

const COUNT = 5000

/** By the end the shop wins this many times the customers a day that it did at first. */
const GROWTH = 2.2

const chooseDevice = chooser(['mobile', 'desktop', 'tablet'] as const, (device) =>
  device === 'mobile' ? 58 : device === 'desktop' ? 34 : 8,
)

/** The customers in the order in which they joined. */
export function drawShoppers(history: History, random: Random): readonly Shopper[] {
  return drawJoinTimes(history, random).map((joinedAt, index) =>
    drawShopper(serial('C', index + 1, 5), joinedAt, random),
  )
}

function drawShopper(id: string, joinedAt: number, random: Random): Shopper {
  const place = choosePlace(random)
  const hasEmail = random.chance(0.96)
  const hasPhone = hasNumbers(place.country) && random.chance(0.68)
  return {
    id,
    place,
    taste: chooseTaste(random),
    habit: drawHabit(random),
    joinedAt,
    hasEmail,
    hasPhone,
    wantsEmail: hasEmail && random.chance(0.67),
    wantsSms: hasPhone && random.chance(0.42),
    // Most open few e-mails, a few open nearly all.
    openness: random.next() ** 2.2 * 0.85,
    device: chooseDevice(random),
  }
}

function drawJoinTimes({ from, now }: History, random: Random): number[] {
  const days = Array.from({ length: Math.floor((now - from) / DAY) }, (_, day) => from + day * DAY)
  const chooseDay = chooser(days, (day) => season(day) * (1 + ((GROWTH - 1) * (day - from)) / (now - from)))
  return Array.from({ length: COUNT }, () => chooseDay(random) + random.whole(0, DAY - 1)).sort(
    (a, b) => a - b,
  )
}
