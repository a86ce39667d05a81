import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, type Bitset, bitsetFor, ids } from './bitset.ts'
import { decodeMembers, encodeMembers, membersHash, symmetricDifference } from './encode.ts'

const members = fc.uniqueArray(fc.nat(5000))
const setOf = (list: readonly number[], room = 0): Bitset => {
  const bits = bitsetFor(Math.max(room, ...list))
  for (const id of list) add(bits, id)
  return bits
}

test('what was stored comes back', () => {
  fc.assert(
    fc.property(members, (list) => {
      expect([...ids(decodeMembers(encodeMembers(setOf(list))))]).toEqual(list.toSorted((a, b) => a - b))
    }),
  )
})

test('the hash is of the members, not of the room they were given', () => {
  fc.assert(
    fc.property(members, fc.nat(9000), members, (list, room, others) => {
      const hash = membersHash(setOf(list))
      expect(membersHash(setOf(list, room))).toBe(hash)
      expect(membersHash(setOf(others)) === hash).toBe(symmetricDifference(setOf(list), setOf(others)) === 0)
    }),
  )
})

test('the hash stays as it is: stored previews hold it', () => {
  expect(membersHash(setOf([1, 33, 4000]))).toMatchInlineSnapshot(
    `"17f2dbe59ae8a9c2e90ab788a451c4c279a0d4ca941213401c0f2055ad87b233"`,
  )
  expect(membersHash(setOf([]))).toMatchInlineSnapshot(
    `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`,
  )
})

test('who came and who went are counted together', () => {
  fc.assert(
    fc.property(members, members, (a, b) => {
      const moved = [...a.filter((id) => !b.includes(id)), ...b.filter((id) => !a.includes(id))]
      expect(symmetricDifference(setOf(a), setOf(b))).toBe(moved.length)
    }),
  )
})
