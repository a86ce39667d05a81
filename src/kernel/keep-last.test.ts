import { expect, test } from 'vitest'
import { keepLast } from './keep-last.ts'

test('a value is made once while it is asked for, and anew when others were asked for since', () => {
  const made: string[] = []
  const lengthOf = keepLast(2, (key) => {
    made.push(key)
    return { length: key.length }
  })
  expect(['one', 'three', 'one', 'four', 'one', 'three'].map((key) => lengthOf(key).length)).toEqual([
    3, 5, 3, 4, 3, 5,
  ])
  expect(made).toEqual(['one', 'three', 'four', 'three'])
})
