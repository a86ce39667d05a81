import type { Reading } from './reading.ts'

/** "an order worth …", and "orders worth …" where no number of them is said, which their noun reads. */
export function isOfOrders({ tokens }: Reading, at: number): boolean {
  const [before, noun] = [tokens[at - 2], tokens[at - 1]?.word ?? '']
  if (/^(?:order|purchase|basket|one)$/.test(noun)) return true
  return /^(?:orders|purchases)$/.test(noun) && before?.number === undefined && before?.word !== 'more'
}
