import type { ShownIndicator } from '#http/api.ts'

const UNITS: Readonly<Record<string, string>> = {
  count: 'a number',
  money: 'an amount of money',
  days: 'a number of days',
  percent: 'a share',
  score: 'a score from 1 (best) to 5',
}

/** `Status`, `Number: a share` */
export const kindWords = ({ unit }: ShownIndicator): string =>
  unit === null ? 'Status: it holds or not' : `Number: ${UNITS[unit] ?? unit}`

/** A full sentence: what it says of a customer. */
export const meaningWords = ({ unit, words }: ShownIndicator): string =>
  unit === null ? `Customers who ${words}.` : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`

/** Texts that people wrote may end as they like. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)

export const POLICIES = {
  dynamic: 'Computed whenever it is asked for',
  frozen: 'Stored, and computed anew when its data changes, at least daily',
} as const satisfies Record<ShownIndicator['policy'], string>
