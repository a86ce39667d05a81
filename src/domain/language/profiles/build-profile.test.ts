import { expect, test } from 'vitest'
import { prefers } from './build-profile.ts'

test.for([
  ['5+ years in role ranks them higher', true],
  ['Put those on AWS first', true],
  ['SaaS goes here; first orders', false],
  ['the highest scorers', false],
  ['first come', false],
  ['companies in Canada, hiring is a plus', true],
] as const)('“%s” prefers something: %s', ([text, expected]) => {
  expect(prefers(text)).toBe(expected)
})

test.for(['go ', 'score ', 'go; '])('a long message of “%s” is looked through once', (word) => {
  const begun = performance.now()
  expect(prefers(word.repeat(100_000 / word.length))).toBe(false)
  expect(performance.now() - begun).toBeLessThan(2000)
})
