import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

test.for(Object.getOwnPropertyNames(Object.prototype))('%s, which every object has, is a word', (word) => {
  const tokens = tokenize(`customers tagged ${word}`)
  expect(tokens.map((token) => token.text).join(' ')).toContain(word.replaceAll('_', ''))
  for (const token of tokens)
    expect(token).toMatchObject({ kind: expect.any(String), word: expect.any(String) })
})

test('any text at all is cut into tokens that stand in it, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const offsets = tokenize(text).map(({ start, end }) => [start, end] as const)
      const inOrder = offsets.every(([start, end], i) => start <= end && start >= (offsets[i - 1]?.[0] ?? 0))
      expect(inOrder && offsets.every(([, end]) => end <= text.length)).toBe(true)
    }),
  )
})
