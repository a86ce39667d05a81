import { expect, test } from 'vitest'
import { createSetCache } from './set-cache.ts'

const words = (n: number) => new Uint32Array(n)

test('the set that was not used for longest goes first', () => {
  const cache = createSetCache<Uint32Array>(12)
  const [a, b, c] = [words(1), words(1), words(1)]
  cache.set('a', a)
  cache.set('b', b)
  cache.set('c', c)
  expect(cache.get('a')).toBe(a)
  cache.set('d', words(1))
  expect(cache.get('b')).toBeUndefined()
  expect(cache.get('a')).toBe(a)
  expect(cache.get('c')).toBe(c)
})

test('the budget counts bytes, and a set beyond it is not kept at all', () => {
  const cache = createSetCache<Uint32Array>(12)
  cache.set('a', words(3))
  cache.set('a', words(3))
  expect(cache.get('a')).toHaveLength(3)
  cache.set('b', words(4))
  expect(cache.get('a')).toBeUndefined()
  expect(cache.get('b')).toBeUndefined()
})
