import { expect, test } from 'vitest'
import { comparable, comparedBy } from './starts.ts'
import { cleaned, put, rooted } from './tree.ts'

const tree = { all: [{ type: 'a', value: 1 }, { any: [{ type: 'b' }, { type: 'c' }] }] }

test('puts, replaces and takes away at a path, and leaves the rest as it is', () => {
  expect(put(tree, ['all', 0, 'value'], 2)).toEqual({ all: [{ type: 'a', value: 2 }, tree.all[1]] })
  expect(put(tree, ['all', 1, 'any', 0], undefined)).toEqual({ all: [tree.all[0], { any: [{ type: 'c' }] }] })
  expect(put(tree, ['all', 0, 'within'], { kind: 'last' })).toEqual({
    all: [{ type: 'a', value: 1, within: { kind: 'last' } }, tree.all[1]],
  })
  expect(put(tree, [], { none: [] })).toEqual({ none: [] })
})

test('the root is a group, and lines without text are no values', () => {
  expect(rooted({ type: 'a' })).toEqual({ all: [{ type: 'a' }] })
  expect(rooted(tree)).toBe(tree)
  expect(cleaned({ value: ['US', ''], op: 'in' })).toEqual({ value: ['US'], op: 'in' })
})

test.each([
  ['in', false, 'US', ['US']],
  ['equals', false, ['US', 'FR'], 'US'],
  ['between', true, 5, [5, 5]],
  ['>', true, [2, 9], 2],
  ['<', false, 'far', 1],
  ['known', false, 'US', undefined],
] as const)('“%s” takes what was typed where it can', (op, numbersOnly, before, after) => {
  expect(comparable(before, comparedBy(op, numbersOnly))).toEqual(after)
})
