import { expect, test } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

test('requests take turns, whoever came with how much', () => {
  const queue = createFairQueue<string>()
  const [long, short] = [queue.line(), queue.line()]
  for (const piece of ['a1', 'a2', 'a3', 'a4']) long.add(piece)
  short.add('b1')
  short.add('b2')
  expect(Array.from({ length: 7 }, () => queue.next())).toEqual([
    'a1',
    'b1',
    'a2',
    'b2',
    'a3',
    'a4',
    undefined,
  ])
})

test('a line can be taken back, and used again', () => {
  const queue = createFairQueue<string>()
  const [left, right] = [queue.line(), queue.line()]
  left.add('a1')
  right.add('b1')
  expect(left.clear()).toEqual(['a1'])
  expect(queue.next()).toBe('b1')
  left.add('a2')
  expect(queue.next()).toBe('a2')
})
