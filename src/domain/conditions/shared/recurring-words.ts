import { joinWords } from '#kernel/text.ts'
import { MONTHS } from '../../time/words.ts'
import type { Recurring } from './recurring.ts'

/** How orders or events at such times are told apart: `on a Saturday or Sunday`, `from 21:00 to 24:00`. */
export function recurringWords({ hours, weekdays, months, month_days: days }: Recurring): string[] {
  const parts: string[] = []
  if (hours !== undefined) parts.push(`from ${hours.from} to ${hours.to}`)
  if (weekdays !== undefined) parts.push(`on a ${joinWords(weekdays.map(capital), 'or')}`)
  if (months !== undefined) {
    parts.push(
      `in ${joinWords(
        months.map((month) => MONTHS[month - 1] ?? ''),
        'or',
      )} of any year`,
    )
  }
  if (days !== undefined) parts.push(`on the ${joinWords(days.map(ordinal), 'or')} of the month`)
  return parts
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `1st`, `22nd`, `13th` */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${(teen ? undefined : ENDINGS[n % 10]) ?? 'th'}`
}

const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }
