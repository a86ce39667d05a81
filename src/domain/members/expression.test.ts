import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, type Bitset, bitsetFor, ids } from './bitset.ts'
import { evaluate, type Expression, isComplement, keysOf, settle } from './expression.ts'

const EVERYONE = Array.from({ length: 70 }, (_, i) => i + 1)
const setOf = (members: readonly number[]): Bitset => {
  const bits = bitsetFor(Math.max(0, ...members))
  for (const id of members) add(bits, id)
  return bits
}

const members = fc.uniqueArray(fc.constantFrom(...EVERYONE))
const keys = ['a', 'b', 'c']
const { expression } = fc.letrec<{ expression: Expression; group: Expression; leaf: Expression }>((tie) => ({
  expression: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('group')),
  leaf: fc.oneof(
    fc.constantFrom(...keys).map((key): Expression => ({ kind: 'set', key })),
    fc.constantFrom<Expression>({ kind: 'everyone' }, { kind: 'nobody' }),
  ),
  group: fc.oneof(
    tie('expression').map((of): Expression => ({ kind: 'not', of })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, of]): Expression => ({ kind, of })),
  ),
}))

/** The same, one customer at a time. */
function holds(node: Expression, id: number, sets: ReadonlyMap<string, readonly number[]>): boolean {
  switch (node.kind) {
    case 'set':
      return sets.get(node.key)?.includes(id) ?? false
    case 'either':
      return holds(node.apart, id, sets)
    case 'not':
      return !holds(node.of, id, sets)
    case 'all':
      return node.of.every((branch) => holds(branch, id, sets))
    case 'any':
      return node.of.some((branch) => holds(branch, id, sets))
    case 'everyone':
      return true
    case 'nobody':
      return false
  }
}

test('algebra over sets is logic over customers, and asks who everybody is only when it must', () => {
  fc.assert(
    fc.property(expression, fc.tuple(members, members, members), (tree, three) => {
      const sets = new Map(keys.map((key, i) => [key, three[i] ?? []]))
      const result = evaluate(tree, {
        set: (key) => setOf(sets.get(key) ?? []),
        everyone() {
          expect(isComplement(tree)).toBe(true)
          return setOf(EVERYONE)
        },
      })
      expect([...ids(result)]).toEqual(EVERYONE.filter((id) => holds(tree, id, sets)))
    }),
  )
})

/** The same, with every group as one set or several. */
function undecided(node: Expression): Expression {
  switch (node.kind) {
    case 'all':
    case 'any':
      return {
        kind: 'either',
        together: JSON.stringify(node),
        apart: { kind: node.kind, of: node.of.map(undecided) },
      }
    case 'not':
      return { kind: 'not', of: undecided(node.of) }
    case 'set':
    case 'either':
    case 'everyone':
    case 'nobody':
      return node
  }
}

test('sets together are what they are apart, whichever are at hand', () => {
  fc.assert(
    fc.property(expression, fc.tuple(members, members, members), fc.subarray(keys), (tree, three, atHand) => {
      const sets = new Map(keys.map((key, i) => [key, three[i] ?? []]))
      const settled = settle(undecided(tree), (key) => atHand.includes(key))
      expect(JSON.stringify(settled)).not.toContain('either')
      const set = (key: string) => {
        const known = sets.get(key)
        if (known !== undefined) return setOf(known)
        const group: Expression = JSON.parse(key)
        return setOf(EVERYONE.filter((id) => holds(group, id, sets)))
      }
      for (const key of keysOf(settled)) expect(set(key)).toBeInstanceOf(Uint32Array)
      const result = evaluate(settled, { set, everyone: () => setOf(EVERYONE) })
      expect([...ids(result)]).toEqual(EVERYONE.filter((id) => holds(tree, id, sets)))
    }),
  )
})

test('members can be changed without changing the set they came from', () => {
  const kept = setOf([1, 2])
  const result = evaluate({ kind: 'set', key: 'a' }, { set: () => kept, everyone: () => kept })
  add(result, 3)
  expect([...ids(kept)]).toEqual([1, 2])
})

test('a group of nothing is nobody’s business', () => {
  const nothing = { set: () => bitsetFor(0), everyone: () => setOf(EVERYONE) }
  expect(() => evaluate({ kind: 'all', of: [] }, nothing)).toThrow('Reduce')
})
