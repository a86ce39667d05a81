import { blackFriday, DAY, monthOf, onDate, yearOf } from './history.ts'
import type { Random } from './random.ts'
import type { Shopper } from './shoppers.ts'

interface Offer {
  /** Empty where the till takes the discount off by itself. */
  readonly code: string
  readonly percent: number
}

/** What is known of an order before it has a price. */
interface Occasion {
  readonly shopper: Shopper
  readonly at: number
  /** When the same shopper ordered before, if ever. */
  readonly before: number | undefined
}

interface Rule {
  offer(occasion: Occasion): Offer
  holds(occasion: Occasion): boolean
  /** How many of those who could use it do. */
  readonly uptake: number
}

const yearDigits = (at: number): string => String(yearOf(at)).slice(2)

/** The first rule that holds and is taken up counts: codes do not add up. */
const RULES: readonly Rule[] = [
  {
    offer: () => ({ code: 'STAFF30', percent: 30 }),
    holds: ({ shopper }) => shopper.habit.kind === 'staff',
    uptake: 0.95,
  },
  {
    offer: () => ({ code: '', percent: 18 }),
    holds: ({ shopper }) => shopper.habit.kind === 'wholesale',
    uptake: 0.9,
  },
  {
    offer: ({ at }) => ({ code: `BLACKFRIDAY${yearDigits(at)}`, percent: 25 }),
    holds: ({ at }) => at >= blackFriday(yearOf(at)) - DAY && at < blackFriday(yearOf(at)) + 4 * DAY,
    uptake: 0.65,
  },
  {
    offer: () => ({ code: 'WELCOME10', percent: 10 }),
    holds: ({ before }) => before === undefined,
    uptake: 0.36,
  },
  {
    offer: () => ({ code: 'COMEBACK15', percent: 15 }),
    holds: ({ at, before }) => before !== undefined && at - before > 120 * DAY,
    uptake: 0.3,
  },
  {
    offer: () => ({ code: 'SUMMER20', percent: 20 }),
    holds: ({ at }) => at >= onDate(yearOf(at), 6, 20) && at < onDate(yearOf(at), 7, 20),
    uptake: 0.35,
  },
  { offer: () => ({ code: 'HOLIDAY15', percent: 15 }), holds: ({ at }) => monthOf(at) === 12, uptake: 0.25 },
  {
    offer: () => ({ code: 'FRIENDS5', percent: 5 }),
    holds: () => true,
    uptake: 0.04,
  },
]

export function chooseOffer(occasion: Occasion, random: Random): Offer | undefined {
  return RULES.find((rule) => rule.holds(occasion) && random.chance(rule.uptake))?.offer(occasion)
}
