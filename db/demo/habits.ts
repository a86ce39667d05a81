import { DAY } from './history.ts'
import { chooser, type Random } from './random.ts'

type HabitKind = 'browser' | 'regular' | 'subscriber' | 'gift giver' | 'wholesale' | 'staff'

/**
 * How someone buys. Buyers order at a pace of their own and, after each order, may drop out for good: the
 * story of the BG/NBD model (Fader, Hardie and Lee, 2005), which is what the predictions assume.
 */
export interface Habit {
  readonly kind: HabitKind
  /** Mean seconds between two orders. */
  readonly gap: number
  /** The chance, after each order, that it was the last. */
  readonly dropout: number
  /** True where orders come on a schedule, not at random. */
  readonly regular: boolean
}

interface HabitKindShare {
  readonly kind: HabitKind
  readonly share: number
  /** Median and spread (sigma of the logarithm) of the days between orders. */
  readonly gapDays: number
  readonly spread: number
  /** Kumaraswamy's a and b: a distribution on [0, 1] much like the beta, with a closed form to draw from. */
  readonly dropout: readonly [a: number, b: number]
  readonly regular: boolean
}

const KINDS: readonly HabitKindShare[] = [
  { kind: 'browser', share: 23, gapDays: 60, spread: 0, dropout: [1, 1], regular: false },
  { kind: 'regular', share: 60.4, gapDays: 68, spread: 1, dropout: [0.72, 2.4], regular: false },
  { kind: 'subscriber', share: 5, gapDays: 28, spread: 0.25, dropout: [1.2, 14], regular: true },
  { kind: 'gift giver', share: 8, gapDays: 110, spread: 0.5, dropout: [1.4, 2.5], regular: false },
  { kind: 'wholesale', share: 3, gapDays: 24, spread: 0.4, dropout: [1.1, 24], regular: true },
  { kind: 'staff', share: 0.6, gapDays: 30, spread: 0.5, dropout: [1.1, 20], regular: false },
]

/** Even the keenest don't order more often than this, in days. */
const SHORTEST = 8

const chooseKind = chooser(KINDS, (kind) => kind.share)

export function drawHabit(random: Random): Habit {
  const { kind, gapDays, spread, dropout, regular } = chooseKind(random)
  const [a, b] = dropout
  return {
    kind,
    gap: Math.max(SHORTEST, gapDays * Math.exp(spread * random.normal())) * DAY,
    dropout: (1 - random.next() ** (1 / b)) ** (1 / a),
    regular,
  }
}
