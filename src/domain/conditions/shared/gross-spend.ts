import type { Convention } from '../define.ts'

/** Whoever asks what was spent gets order totals; refunds are taken off only when asked for. */
export const GROSS_SPEND: Convention = {
  words: /\b(?:spen[dt]\w*|paid|paying|revenue|ltv|clv|cltv)\b/iu,
  says: 'Spend is the total of orders, before refunds.',
}
