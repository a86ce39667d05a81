/** Seeded draws: the same seed and stream give the same values on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  chance(probability: number): boolean
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** Standard normal. */
  normal(): number
  exponential(mean: number): number
}

/**
 * Each stream has its own numbers, so that a change to how one table is drawn leaves the others alone.
 * The generator is sfc32 by Chris Doty-Humphrey (PractRand, public domain), warmed up as he advises.
 */
export function seeded(seed: number, stream: string): Random {
  const next = sfc32(seed | 0, fnv1a(stream))
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    pick(from) {
      const picked = from[Math.floor(from.length * next())]
      if (picked === undefined) throw new RangeError('There is nothing to pick from')
      return picked
    },
    // Box and Muller's transform; 1 - next() keeps zero out of the logarithm.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
  }
}

/** Prepares weighted draws; one weight an item, none negative. */
export function chooser<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  let total = 0
  const steps = items.map((item) => ({ item, upTo: (total += weight(item)) }))
  return (random) => {
    const at = random.next() * total
    const step = steps.find(({ upTo }) => at < upTo)
    if (step === undefined) throw new RangeError('There is nothing to choose from')
    return step.item
  }
}

function sfc32(seed: number, stream: number): () => number {
  let a = seed
  let b = stream
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 15; round++) next()
  return next
}

/** FNV-1a, 32 bits, by Fowler, Noll and Vo. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}
