import { afterAll, expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { unheardDenial } from './denials-heard.ts'
import { type Meaning, meaning, negated } from './meaning.ts'
import { LEXICON, phrase } from './phrase.ts'
import { type Parser, readingOf } from './reading.ts'

const FRENCH = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' } as const
const before = new Set(LEXICON.keys())
const passing = phrase('did not live in france', 'did live in france')
const hearing = phrase('did not live in france')

// Words of these phrases are none of the product's: other files of this worker would take “france” for English.
afterAll(() => {
  for (const word of LEXICON.keys()) if (!before.has(word)) LEXICON.delete(word)
})

const deaf: Parser<Meaning> = (reading, at) => {
  const end = passing(reading, at)
  return end < 0 ? undefined : { value: meaning(FRENCH), end }
}
const heedful: Parser<Meaning> = (reading, at) => {
  const end = passing(reading, at)
  return end < 0 ? undefined : { value: meaning(hearing(reading, at) < 0 ? FRENCH : negated(FRENCH)), end }
}

test.for([
  [
    "didn't live in France",
    deaf,
    "“didn't live in France”: I can’t tell what “didn't” takes away there. Can you say it in another way?",
  ],
  ['did live in France', deaf, undefined],
  ["didn't live in France", heedful, undefined],
] as const)('%s', ([text, unit, says]) => {
  const tokens = tokenize(text)
  const reading = readingOf(text, tokens, situation(), { customer: unit, company: unit, person: unit })
  const found = unit(reading, 0)
  expect(found?.end).toBe(tokens.length)
  expect(found && unheardDenial(reading, found.value, 0, found.end)?.says).toBe(says)
})
