import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Bitset, count, countShared } from './bitset.ts'

/** A member set as it is stored with a preview: its words, little-endian, deflated (RFC 1951). */
export const encodeMembers = (bits: Bitset): Uint8Array => deflateRawSync(littleEndian(bits), { level: 1 })

/** The set of `encodeMembers`. */
export function decodeMembers(stored: Uint8Array): Bitset {
  const bytes = inflateRawSync(stored)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.byteLength >>> 2 }, (_, word) => view.getUint32(4 * word, true))
}

/** SHA-256 of the members: equal for equal sets, however many zero words follow the last member. */
export const membersHash = (bits: Bitset): string =>
  createHash('sha256').update(littleEndian(bits)).digest('hex')

/** How many came and how many went between two sets, together. */
export const symmetricDifference = (a: Bitset, b: Bitset): number =>
  count(a) + count(b) - 2 * countShared(a, b)

function littleEndian(bits: Bitset): Uint8Array {
  let end = bits.length
  while (end > 0 && bits[end - 1] === 0) end--
  const view = new DataView(new ArrayBuffer(4 * end))
  for (let word = 0; word < end; word++) view.setUint32(4 * word, bits[word] ?? 0, true)
  return new Uint8Array(view.buffer)
}
