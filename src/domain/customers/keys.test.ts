import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineFunctions } from '../facts/functions.ts'
import { importBench, type ImportBench } from '../imports/imports.fixture.ts'
import { keyOf, keySql, TEXT_FIELDS } from './keys.ts'

let bench: ImportBench
beforeAll(() => {
  bench = importBench()
  defineFunctions(bench.writer.driver)
})
afterAll(() => bench.close())

/** The key of a text, as SQL reads it. */
const stored = (field: (typeof TEXT_FIELDS)[number]) =>
  bench.writer.driver
    .prepare<[string | null], string | null>(`SELECT ${keySql(field, 'c.t')} FROM (SELECT ? AS t) c`)
    .pluck()

test('SQL gives every field of a customer the key that it has in memory', () => {
  const letter = fc.oneof(
    fc.constantFrom('a', 'Z', '0', '~', '!', ' ', '+', '-', '\t', '\0', 'É', 'ß', 'Ａ', 'ｱ', '½'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  const text = fc.oneof(fc.string({ unit: letter, maxLength: 12 }), fc.stringMatching(/^\+{0,2}\d{0,9}$/))
  for (const field of TEXT_FIELDS) {
    const key = stored(field)
    fc.assert(
      fc.property(fc.option(text), (given) => {
        expect(key.get(given)).toBe(keyOf(field, given))
      }),
      { numRuns: 400 },
    )
  }
})

test('countries have the key of their code, words that of their small letters, numbers that of their digits', () => {
  expect(stored('country').get('UK')).toBe(keyOf('country', 'UK'))
  expect(stored('first_name').get('ANN')).toBe('ann')
  expect(stored('phone').get('+15551234567')).toBe('15551234567')
  expect(stored('phone').get('+')).toBe(null)
})
