import { add, type Bitset, bitsetFor, has, ids } from '../../members/bitset.ts'

/** Records of several readings one behind the other: each has a place, and sets of ids become sets of places. */
export interface Places {
  readonly size: number
  /** The members of one set for each reading, by place. */
  pack(sets: readonly Bitset[]): Bitset
}

/** `readings`: the internal ids of each, ascending. */
export function createPlaces(readings: readonly Uint32Array[]): Places {
  const size = readings.reduce((sum, { length }) => sum + length, 0)
  return {
    size,
    pack(sets) {
      const packed = bitsetFor(Math.max(0, size - 1))
      let place = 0
      readings.forEach((reading, at) => {
        const set = sets[at] ?? new Uint32Array(0)
        for (const id of reading) {
          if (has(set, id)) add(packed, place)
          place++
        }
      })
      return packed
    },
  }
}

/** Where an id falls between 0 and 1, the same every time; another salt draws otherwise (Knuth’s multiplicative hash). */
export function drawOf(id: number, salt: number): number {
  const mixed = Math.imul(id ^ salt, 0x9e3779b1)
  const spread = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return ((spread ^ (spread >>> 13)) >>> 0) / 2 ** 32
}

/** At most so many of a set, drawn by chance. */
export function drawn(set: Bitset, members: number, most: number): Uint32Array {
  const share = Math.min(1, most / Math.max(1, members))
  const found: number[] = []
  for (const id of ids(set)) if (share === 1 || drawOf(id, SALT) < share) found.push(id)
  return Uint32Array.from(found)
}

const SALT = 1
