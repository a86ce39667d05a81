import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { samples } from './sample.fixture.ts'
import { PARTS, partOf, startOf } from './share-of.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  if (found.kind === 'criteria') return brief(found.criteria)
  if (found.kind === 'question') return `? ${found.options.map(({ label }) => label).join(' / ')}`
  return found.kind === 'refused' ? `refused: ${found.missing.join(', ')}` : found.kind
}

describe('what people say of random shares', () => {
  test.for([
    ['a random 10% of customers', 'sample 0 10'],
    ['random 10% holdout', 'sample 0 10'],
    ['10% holdout', 'sample 0 10'],
    ['a 5% control group', 'sample 0 5'],
    ['20% random sample of all customers', 'sample 0 20'],
    ['randomly selected 25% of everyone', 'sample 0 25'],
    ['10% of our customers at random', 'sample 0 10'],
    ['one in ten customers at random', 'sample 0 10'],
    ['a random half of our customers', 'sample 0 50'],
    ['half of them at random', 'sample 0 50'],
    ['random quarter of everyone', 'sample 0 25'],
    ['the other half', 'sample 50 100'],
    ['the other 90%', 'sample 10 100'],
    ['the remaining 80% of everybody', 'sample 20 100'],
    ['random 10% of Champions', '(sample 0 10 & rfm Champions)'],
    ['Champions in a random 10%', '(rfm Champions & sample 0 10)'],
    ['10% of Champions at random', '(sample 0 10 & rfm Champions)'],
    ['10% of customers in France picked at random', '(sample 0 10 & country equals FR)'],
    [
      'a random 50% of customers in France who spent over 100',
      '(sample 0 50 & country equals FR & orders spend > 100)',
    ],
    ['everyone except a random 10% holdout', 'not(sample 0 10)'],
    ['Champions but not the 10% holdout', '(rfm Champions & not(sample 0 10))'],
    ['Champions, holding out a random 10%', '(rfm Champions & not(sample 0 10))'],
    ['group B of the A/B test', 'sample 50 100'],
    ['a random 10% of the split “spring test”', 'sample 0 10 spring test'],
    ['a random 12.5% of everyone', 'sample 0 12.5'],
    ['Champions with a 10% holdout', '? the 10% held out / all the others'],
    ['a random sample of customers', '? a random 10% / a random half'],
    ['Champions at random', '? a random 10% / half of them'],
    ['top 10% of spenders', 'rank spend top 10'],
  ])('%s', ([text = '', expected]) => expect(read(text)).toBe(expected))
})

test('that it is a share of everybody is said', () => {
  expect(interpret('random 10% of Champions', situation())).toMatchObject({
    assumptions: [
      'The random share is drawn from all customers, whatever else is asked, and stays the same people.',
    ],
  })
})

test('parts of a split are equally large, and independent of another split', () => {
  const customers = 20_000
  const in10 = (split: string | undefined) => {
    const start = startOf(split)
    return Array.from({ length: customers }, (_, i) => partOf(i + 1, start) < PARTS / 10)
  }
  const [plain, spring] = [in10(undefined), in10('spring test')]
  const both = plain.filter((inside, i) => inside && spring[i] === true)
  for (const share of [plain, spring]) {
    expect(share.filter(Boolean).length / customers).toBeCloseTo(0.1, 2)
  }
  expect(both.length / customers).toBeCloseTo(0.01, 2)
  // Neighbours are as often together as not.
  expect(plain.filter((inside, i) => inside === plain[i + 1]).length / customers).toBeCloseTo(0.82, 1)
})

test('whoever repeats the words means the same', () => {
  fc.assert(
    fc.property(samples, (drawn) => {
      const condition = conditionSchema.parse({ ...drawn, type: 'sample' })
      expect(readBack(condition)).toEqual(condition)
    }),
    { numRuns: 200 },
  )
})
