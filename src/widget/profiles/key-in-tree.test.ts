import { expect, test } from 'vitest'
import { keyInTree } from './key-in-tree.ts'

const rows = [
  { key: 'a', inside: ['a1', 'a2'] },
  { key: 'b', inside: [] },
  { key: 'c', inside: ['c1'] },
]
const open = new Set<string>()

test.each([
  ['a', 'ArrowDown', { do: 'go', key: 'a1' }],
  ['a2', 'ArrowDown', { do: 'go', key: 'b' }],
  ['c1', 'ArrowDown', undefined],
  ['b', 'ArrowUp', { do: 'go', key: 'a2' }],
  ['a', 'ArrowUp', undefined],
  ['a', 'ArrowRight', { do: 'go', key: 'a1' }],
  ['b', 'ArrowRight', undefined],
  ['a1', 'ArrowRight', undefined],
  ['a2', 'ArrowLeft', { do: 'go', key: 'a' }],
  ['a', 'ArrowLeft', { do: 'fold', key: 'a' }],
  ['b', 'ArrowLeft', undefined],
  ['c1', 'Home', { do: 'go', key: 'a' }],
  ['a', 'End', { do: 'go', key: 'c1' }],
  ['a1', 'Enter', { do: 'open', key: 'a1' }],
  ['a', 'x', undefined],
])('at %s, %s', (at, key, step) => {
  expect(keyInTree(key, { rows, at, folded: open })).toEqual(step)
})

test('what is folded is passed by, and unfolded before anybody goes into it', () => {
  const folded = new Set(['a'])
  expect(keyInTree('ArrowDown', { rows, at: 'a', folded })).toEqual({ do: 'go', key: 'b' })
  expect(keyInTree('ArrowRight', { rows, at: 'a', folded })).toEqual({ do: 'unfold', key: 'a' })
  expect(keyInTree('ArrowLeft', { rows, at: 'a', folded })).toBeUndefined()
})
