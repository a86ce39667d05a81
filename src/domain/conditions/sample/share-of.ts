import { sha256 } from '#kernel/hash.ts'

/** A prime, so that the map below takes no two numbers to the same one. */
export const PRIME = 2_147_483_647
export const STEP = 48_271
/** Shares are told in hundredths of a percent. */
export const PARTS = 10_000

/** Where a split begins, from its name: another name draws other people. */
export const startOf = (split: string | undefined): number =>
  Number.parseInt(sha256(split?.toLowerCase() ?? '').slice(0, 7), 16)

/**
 * Which of the 10,000 parts of a split a customer is in. Fifth powers permute the numbers below this prime (5 does
 * not divide PRIME − 1), so that the parts are equally large, and mix them well. Whole numbers alone, so that SQL
 * comes to the same: see sample.ts.
 */
export function partOf(id: number, start: number): number {
  const prime = BigInt(PRIME)
  const x = (BigInt(id) * BigInt(STEP) + BigInt(start)) % prime
  const squared = (x * x) % prime
  return Number(((((squared * squared) % prime) * x) % prime) % BigInt(PARTS))
}
