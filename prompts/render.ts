import { readFileSync } from 'node:fs'
import type { Currency } from '#kernel/money.ts'

const system = readFileSync(new URL('./system.md', import.meta.url), 'utf8')

export interface PromptContext {
  readonly workspace: { readonly name: string; readonly zone: string; readonly currency: Currency }
  /** Epoch seconds. */
  readonly now: number
}

/** The static prompt, then what it is about today: the changing part stands last, so that caches hold. */
export function renderInstructions({ workspace: { name, zone, currency }, now }: PromptContext): string {
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now * 1000)
  const part = (type: Intl.DateTimeFormatPartTypes) => today.find((found) => found.type === type)?.value ?? ''
  return `${system}
## This workspace
- Company: ${name}
- Today: ${part('weekday')}, ${part('year')}-${part('month')}-${part('day')} (${zone})
- Currency: ${currency.code}; amounts are in ${currency.code}, not in cents
`
}
