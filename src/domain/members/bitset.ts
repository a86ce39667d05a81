/** A set of internal ids of one entity: one bit an id, 32 to a word. Words past the end are zero. */
export type Bitset = Uint32Array

export const bitsetFor = (maxId: number): Bitset => new Uint32Array((maxId >>> 5) + 1)

export const has = (set: Bitset, id: number): boolean => (((set[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1

export function add(set: Bitset, id: number): void {
  const word = id >>> 5
  set[word] = (set[word] ?? 0) | (1 << (id & 31))
}

/** Ids past the end are in no set, so that nothing is to be done for them. */
export function remove(set: Bitset, id: number): void {
  const word = id >>> 5
  set[word] = (set[word] ?? 0) & ~(1 << (id & 31))
}

export function and(a: Bitset, b: Bitset): Bitset {
  const out = new Uint32Array(Math.max(a.length, b.length))
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) out[i] = (a[i] ?? 0) & (b[i] ?? 0)
  return out
}

export function or(a: Bitset, b: Bitset): Bitset {
  const out = new Uint32Array(Math.max(a.length, b.length))
  for (let i = 0; i < out.length; i++) out[i] = (a[i] ?? 0) | (b[i] ?? 0)
  return out
}

export function andNot(a: Bitset, b: Bitset): Bitset {
  const out = new Uint32Array(a.length)
  for (let i = 0; i < out.length; i++) out[i] = (a[i] ?? 0) & ~(b[i] ?? 0)
  return out
}

export function count(set: Bitset): number {
  let total = 0
  for (let i = 0; i < set.length; i++) total += ones(set[i] ?? 0)
  return total
}

/** |a ∩ b| without making the set. */
export function countShared(a: Bitset, b: Bitset): number {
  let total = 0
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) total += ones((a[i] ?? 0) & (b[i] ?? 0))
  return total
}

/** Ids in ascending order. */
export function* ids(set: Bitset): Generator<number> {
  for (let i = 0; i < set.length; i++) {
    let word = set[i] ?? 0
    while (word !== 0) {
      const lowest = word & -word
      yield (i << 5) + (31 - Math.clz32(lowest))
      word ^= lowest
    }
  }
}

/** The same ids without a generator, which a million of them would wait for. */
export function forEachId(set: Bitset, look: (id: number) => void): void {
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      look(32 * word + 31 - Math.clz32(bits & -bits))
    }
  }
}

/** Bits set in a word (Hacker's Delight, figure 5-2). */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
