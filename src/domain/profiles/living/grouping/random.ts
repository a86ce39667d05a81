/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** From a normal distribution around 0 with a deviation of 1 (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** So many of the numbers 0 to `of` − 1, all different, in ascending order; all of them where there are no more. */
export function someOf(of: number, wanted: number, random: Random): number[] {
  const drawn: number[] = []
  // Each is taken with the chance that fills the rest (Knuth, algorithm S).
  for (let i = 0; i < of && drawn.length < wanted; i++) {
    if (random() * (of - i) < wanted - drawn.length) drawn.push(i)
  }
  return drawn
}

/** The numbers 0 to `of` − 1 in an order of chance. */
export function shuffled(of: number, random: Random): number[] {
  const order = Array.from({ length: of }, (_, i) => i)
  for (let i = of - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a = 0, b = 0] = [order[i], order[j]]
    order[i] = b
    order[j] = a
  }
  return order
}
