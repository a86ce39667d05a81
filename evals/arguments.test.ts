import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'
import type { Case } from './case.ts'
import { chooseCases } from './choose-cases.ts'

const cases: readonly Case[] = ['dates', 'dates', 'noisy'].map((family, index) => ({
  id: `C${index}`,
  family,
  text: 'anything',
  difficulty: 'easy',
  expected: { intent: 'clarify' },
}))
const chosen = (...argv: string[]) => chooseCases(cases, readArguments(argv)).map(({ id }) => id)

test('families and cases narrow the set; without them it is whole', () => {
  expect(chosen()).toEqual(['C0', 'C1', 'C2'])
  expect(chosen('--family', 'dates')).toEqual(['C0', 'C1'])
  expect(chosen('--case', 'C2', '--case', 'C0')).toEqual(['C0', 'C2'])
  expect(chosen('--family', 'noisy', '--case', 'C0')).toEqual([])
})

test.for([
  { argv: ['--family', 'date'], says: 'no family date' },
  { argv: ['--case', 'C9'], says: 'no case C9' },
  { argv: ['--min', '60'], says: '--min' },
  { argv: ['--jobs', '0'], says: '--jobs' },
  { argv: ['--modell', 'offline'], says: '--modell' },
  { argv: ['offline'], says: 'offline' },
])('misuse is said: $argv', ({ argv, says }) => {
  expect(() => chosen(...argv)).toThrow(says)
})
