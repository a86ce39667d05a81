import { InputError } from './errors.ts'
import { keepLast } from './keep-last.ts'

/** The workspace's currency. Amounts are kept in minor units: with exponent 2, 1234 is 12.34. */
export interface Currency {
  readonly code: string
  readonly exponent: number
}

/** How many decimals a currency has (ISO 4217 as the runtime's Intl data knows it). */
export const currencyOf: (code: string) => Currency = keepLast(20, (code) => {
  const exponent = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
    .maximumFractionDigits
  return Object.freeze({ code, exponent: exponent ?? 2 })
})

/** `12.34` → 1234. Rejects amounts with more decimals than the currency has. */
export function toMinor(amount: number, currency: Currency): number {
  const minor = Math.round(amount * 10 ** currency.exponent)
  if (!Number.isSafeInteger(minor) || Math.abs(minor / 10 ** currency.exponent - amount) > 1e-9) {
    throw new InputError(`${amount} is not an amount in ${currency.code}`, {
      next: `Use at most ${currency.exponent} decimals.`,
    })
  }
  return minor
}

export const fromMinor = (minor: number, currency: Currency): number => minor / 10 ** currency.exponent

/** `$1,234.50`; whole amounts lose their decimals: `$500`. */
export function formatMoney(amount: number, currency: Currency): string {
  const { code, exponent } = currency
  return formatOf(`${code} ${Number.isInteger(amount) ? 0 : exponent} ${exponent}`).format(amount)
}

/** By currency, and the fewest and most decimals: one format takes longer to make than hundreds of amounts to write. */
const formatOf = keepLast(40, (key) => {
  const [currency, fewest, most] = key.split(' ')
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    ...(currency !== undefined && { currency }),
    // Zero has no sign.
    signDisplay: 'negative',
    minimumFractionDigits: Number(fewest),
    maximumFractionDigits: Number(most),
  })
})
