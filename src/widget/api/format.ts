/** Numbers and dates as people read them. */
import type { Preview } from '#http/api.ts'

export const number = (n: number): string => n.toLocaleString('en-US')

/** `+61`, `−812` */
export const signed = (n: number): string => (n < 0 ? `−${number(-n)}` : `+${number(n)}`)

/** `$1,234,567`, `$38.50`: cents only where they matter. */
export const money = (amount: number, currency: string): string =>
  amount.toLocaleString('en-US', {
    style: 'currency',
    currency,
    ...(Math.abs(amount) >= 1000 ? { maximumFractionDigits: 0 } : {}),
  })

const NOUNS = {
  customer: { one: 'customer', many: 'customers', subject: 'Customers who' },
  company: { one: 'company', many: 'companies', subject: 'Companies that' },
  person: { one: 'person', many: 'people', subject: 'People who' },
} as const satisfies Record<Preview['entity'], unknown>

/** `3 companies` */
export const members = (n: number, entity: Preview['entity']): string =>
  `${number(n)} ${n === 1 ? NOUNS[entity].one : NOUNS[entity].many}`

export const people = (n: number): string => members(n, 'customer')

/** What the words of criteria complete. */
export const subjectOf = (entity: Preview['entity']): string => NOUNS[entity].subject

export function share(part: number, whole: number): string {
  if (whole === 0) return '0%'
  const percent = (100 * part) / whole
  if (percent > 0 && percent < 0.1) return '<0.1%'
  return `${percent.toLocaleString('en-US', { maximumFractionDigits: percent < 10 ? 1 : 0 })}%`
}

export const dateTime = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** `just now`, `5 minutes ago`, `3 days ago`, then the date. */
export function ago(iso: string): string {
  const minutes = Math.round((Date.now() - Date.parse(iso)) / 60_000)
  if (minutes < 1) return 'just now'
  const relative = new Intl.RelativeTimeFormat('en')
  if (minutes < 60) return relative.format(-minutes, 'minute')
  if (minutes < 1440) return relative.format(-Math.round(minutes / 60), 'hour')
  if (minutes < 30 * 1440) return relative.format(-Math.round(minutes / 1440), 'day')
  return new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'medium' })
}
