import { type Currency, formatMoney } from '#kernel/money.ts'
import type { Trait } from './behaviours/define.ts'
import type { Goal } from './goals/define.ts'
import type { GoalContrast, TraitContrast } from './grouping/contrast.ts'
import type { StandingApart } from './shown.ts'

/** Traits that are told of a group at most. */
const MOST_TOLD = 5
/** A smaller difference, in standard deviations, sets nobody apart. */
const LEAST_TOLD = 0.4

/** What sets a group apart enough to be told, the largest difference first; of each behaviour its most telling trait. */
export function telling(
  contrasts: readonly TraitContrast[],
  traits: readonly Trait[],
): readonly TraitContrast[] {
  const told = new Set<string>()
  return contrasts
    .filter(({ trait, deviations }) => {
      const behaviour = traits[trait]?.behaviour
      if (behaviour === undefined || told.has(behaviour) || Math.abs(deviations) < LEAST_TOLD) return false
      told.add(behaviour)
      return true
    })
    .slice(0, MOST_TOLD)
}

/** The same in words, each beside all others. */
export const apartOf = (
  contrasts: readonly TraitContrast[],
  traits: readonly Trait[],
): StandingApart['apart'] =>
  contrasts.flatMap(({ trait, group, rest }): StandingApart['apart'] => {
    const known = traits[trait]
    if (known === undefined) return []
    const { label, shown } = known
    return [{ label, group: shown(group), rest: shown(rest), values: [group, rest] }]
  })

/** What the goal measures of a group, in words. */
export function goalFigures(contrast: GoalContrast, goal: Goal, currency: Currency): StandingApart['goal'] {
  const { group, rest, from, to } = contrast
  const shown = (value: number) => amountOf(value, goal.unit, currency)
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${shown(Math.abs(value))}`
  return {
    group: shown(group),
    rest: shown(rest),
    interval: `${signed(from)} to ${signed(to)}`,
    effect: from > 0 ? 'better' : to < 0 ? 'worse' : 'unclear',
  }
}

function amountOf(value: number, unit: Goal['unit'], currency: Currency): string {
  if (unit === 'percent') return `${tenths(value)}%`
  if (unit === 'count') return tenths(value)
  const units = 10 ** currency.exponent
  return formatMoney(Math.round(value * units) / units, currency)
}

const tenths = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-US')

/** `84% of orders between 22:00 and 05:00 (others 12%)` */
export const apartWords = ({ group, label, rest }: StandingApart['apart'][number]): string =>
  `${group} ${label} (others ${rest})`

/** `average order $82 (others $54; the difference is +$20 to +$36 with 95% confidence)` */
export const goalWords = (
  { group, rest, interval, effect }: NonNullable<StandingApart['goal']>,
  measure: string,
): string =>
  `${measure} ${group} (others ${rest}; ${
    effect === 'unclear' ? 'no clear difference: ' : 'the difference is '
  }${interval} with 95% confidence)`
