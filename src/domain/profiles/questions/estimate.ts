import type { Price } from './schema.ts'

/** What one record takes, as a guess: facts, question and instructions are read, a short answer is written. */
export const TOKENS_EACH = { input: 600, output: 60 } as const

const EACH = TOKENS_EACH.input + TOKENS_EACH.output
/** Records differ; a cap that a usual one of them breaks would end nearly every job early. */
const SPARE = 1.5

/** The most tokens that asking so many records may take, where nobody says. */
export const usualCap = (records: number): number => Math.ceil((records * EACH * SPARE) / 1000) * 1000

export const tokensFor = (records: number): number => records * EACH

/** Dollars; null where nobody said what tokens cost. */
export const costOf = (tokens: { readonly input: number; readonly output: number }, price: Price): number =>
  (tokens.input * price.input + tokens.output * price.output) / 1_000_000

/** `$0.12`, `price unknown` */
export function costWords(records: number, price: Price | null): string {
  if (price === null) return 'price unknown: MUSTER_MODEL_PRICE says what a million tokens cost'
  const { input, output } = TOKENS_EACH
  return `${dollars(costOf({ input: records * input, output: records * output }, price))}`
}

/** The dearest that so many tokens can be: as if all of them were written. */
export const capWords = (tokens: number, price: Price | null): string =>
  price === null ? '' : `, ${dollars(costOf({ input: 0, output: tokens }, price))} at the very most`

const dollars = (amount: number): string =>
  amount > 0 && amount < 0.01
    ? 'less than $0.01'
    : `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
