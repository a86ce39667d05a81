import { hasRecurring, type Recurring } from '../../conditions/shared/recurring.ts'
import { clockHours, namedHours, type Recurs } from './clock-hours.ts'
import type { Doubt } from './meaning.ts'
import { type Found, longest, type Parser, type Reading, remembered, wordAt } from './reading.ts'
import { daysOfMonth, monthsOfAnyYear, weekdays } from './recurring-days.ts'
import type { Slot } from './slots.ts'

/** Times that come again: `after 9 pm`, `on a weekend`, `in any December`, `on the 1st of the month`. */
const recurring: Parser<Recurs> = remembered(
  longest(clockHours, namedHours, weekdays, monthsOfAnyYear, daysOfMonth),
)

/** "weekday orders, 9am to 5pm": hours that nothing stands behind. */
function hoursBehindComma(reading: Reading, at: number): Found<Recurs> | undefined {
  const found = wordAt(reading, at) === ',' ? clockHours(reading, at + 1) : undefined
  return found !== undefined && /^(?:|[.,;!?)])$/.test(wordAt(reading, found.end)) ? found : undefined
}

interface RecurringSlots {
  where: {
    -readonly [K in keyof Recurring]: Recurring[K] extends readonly (infer V)[] | undefined
      ? V[] | undefined
      : Recurring[K]
  }
  assumptions: string[]
  doubts: Doubt[]
}

/** Fills those keys of the filter that are free. */
export const recurringSlot: Slot<RecurringSlots> = (reading, at, slots) => {
  const found = recurring(reading, at) ?? hoursBehindComma(reading, at)
  if (found === undefined) return undefined
  const { hours, weekdays: days, months, month_days } = found.value.recurring
  const { where } = slots
  const taken =
    (hours !== undefined && where.hours !== undefined) ||
    (days !== undefined && where.weekdays !== undefined) ||
    (months !== undefined && where.months !== undefined) ||
    (month_days !== undefined && where.month_days !== undefined)
  if (taken) return undefined
  return {
    end: found.end,
    fill() {
      if (hours !== undefined) where.hours = hours
      if (days !== undefined) where.weekdays = [...days]
      if (months !== undefined) where.months = [...months]
      if (month_days !== undefined) where.month_days = [...month_days]
      slots.assumptions.push(...found.value.assumptions)
      slots.doubts.push(...found.value.doubts)
    },
  }
}

/** What is said where a habit was asked for and one case of it is enough. */
export const oneIsEnough = (where: Recurring, thing: 'order' | 'event'): string[] =>
  hasRecurring(where) ? [`One such ${thing} is enough.`] : []
