import { expect, test } from 'vitest'
import { phoneOf } from './phones.ts'

test.for([
  ['+1 (415) 555-2671', 'FR', '+14155552671', false],
  ['(415) 555-2671', 'US', '+14155552671', true],
  ['0171 2345678', 'DE', '+491712345678', true],
  ['0033 6 12 34 56 78', 'DE', '+33612345678', true],
  ['+36301234567', null, '+36301234567', false],
] as const)('%s of %s is %s', ([text, country, number, mended]) => {
  expect(phoneOf(text, country)).toEqual({ number, mended })
})

test.for([
  ['(415) 555-2671', null],
  ['0171 2345678', 'Atlantis'],
  ['12-34', 'US'],
  ['+1 23', 'US'],
  ['+999 123456789', 'US'],
  ['+4155', null],
  ['call me', 'US'],
  [null, 'US'],
] as const)('%s of %s is none', ([text, country]) => {
  expect(phoneOf(text, country)).toBeUndefined()
})
