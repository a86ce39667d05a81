import { sha256 } from '#kernel/hash.ts'

/** A prime, so that the map below takes no two numbers to the same one. */
const PRIME = 2_147_483_647
const STEP = 48_271
/** Shares are told in hundredths of a percent. */
export const PARTS = 10_000

/** Where a split begins, from its name: another name draws other people. */
export const startOf = (split: string | undefined): number =>
  Number.parseInt(sha256(split?.toLowerCase() ?? '').slice(0, 7), 16)

/**
 * Where a customer stands in a split. Fifth powers permute the numbers below this prime (5 does not divide PRIME − 1),
 * so that no two stand in one place, and mix them well. Whole numbers alone, so that SQL comes to the same: placeText.
 */
export function placeOf(id: number, start: number): number {
  const prime = BigInt(PRIME)
  const x = (BigInt(id) * BigInt(STEP) + BigInt(start)) % prime
  const squared = (x * x) % prime
  return Number((((squared * squared) % prime) * x) % prime)
}

/** Which of the 10,000 parts of a split, all equally large, a customer is in. */
export const partOf = (id: number, start: number): number => placeOf(id, start) % PARTS

/** The place in SQL, from `x`, which is where the split begins for a customer (see startText). */
export const placeText = (x: string): string =>
  `${x} * ${x} % ${PRIME} * (${x} * ${x} % ${PRIME}) % ${PRIME} * ${x} % ${PRIME}`

/** What placeText is made of. As text: what is bound is a float, whose squares lose their last digits. */
export const startText = (id: string, start: number): string => `(${id} * ${STEP} + ${start}) % ${PRIME}`
