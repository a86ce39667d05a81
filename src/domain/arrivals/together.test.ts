import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ConflictError } from '#kernel/errors.ts'
import { createWaitedFor } from '#kernel/waited-for.ts'
import { storedTogether } from './together.ts'

/** Stores numbers, and notes which of them together; negative ones can’t be stored. */
function numbers(most: number, takes = 0) {
  const stored: (readonly number[])[] = []
  const waitedFor = createWaitedFor()
  const store = storedTogether<number, string>({
    most,
    waitedFor,
    sizeOf: () => 1,
    async store(items) {
      await (takes === 0 ? Promise.resolve() : pause(takes))
      if (items.includes(0)) throw new ConflictError('Not now', { next: 'Later.' })
      if (items.some((item) => item < 0)) throw new Error('negative')
      stored.push(items)
      return items.map((item) => `stored ${item}`)
    },
  })
  return { store, stored, waitedFor }
}

test('what comes while something is stored is stored in one go, up to the most', async () => {
  const { store, stored } = numbers(3)
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(store))
  expect(answers).toEqual([1, 2, 3, 4, 5, 6].map((n) => `stored ${n}`))
  expect(stored).toEqual([[1], [2, 3, 4], [5, 6]])
})

test('behind several that came together it rests, and more gathers', async () => {
  const { store, stored } = numbers(10, 40)
  await Promise.all([1, 2, 3].map(store))
  const fourth = store(4)
  await pause(5)
  await Promise.all([fourth, store(5)])
  expect(stored).toEqual([[1], [2, 3], [4, 5]])
})

test('it rests until nobody waits for an answer', async () => {
  const { store, stored, waitedFor } = numbers(10, 1)
  await Promise.all([1, 2].map(store))
  const count = waitedFor.during(pause(30).then(() => stored.push([0])))
  await Promise.all([count, store(3)])
  expect(stored).toEqual([[1], [2], [0], [3]])
})

test('what one of them breaks on keeps none of the others out', async () => {
  const { store, stored } = numbers(10)
  const answers = await Promise.allSettled([1, 2, -3, 4].map(store))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(stored).toEqual([[1], [2], [4]])
})

test('a conflict is that of all of them, and what comes later is stored', async () => {
  const { store, stored } = numbers(10)
  const answers = await Promise.allSettled([1, 0, 2].map(store))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await store(3)).toBe('stored 3')
  expect(stored).toEqual([[1], [3]])
})
