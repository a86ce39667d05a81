import { describe, expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string) => interpret(text, situation())
const choicesOf = (text: string): readonly string[] => {
  const answer = read(text)
  return answer.kind === 'question' ? answer.options.map(({ label }) => label) : []
}
const shortly = (text: string): string => {
  const answer = read(text)
  return answer.kind === 'criteria' ? brief(answer.criteria) : answer.kind
}

describe('a deed that lasts is not one in that time', () => {
  test.for([
    ['customers who have been buying for 2 years', 2, 'years'],
    ['customers who have been opening emails for 3 months', 3, 'months'],
    ['customers shopping for 2+ years', 2, 'years'],
  ] as const)('%s', ([text, n, unit]) => {
    expect(choicesOf(text)).toEqual([`in the last ${n} ${unit}`, `the first time at least ${n} ${unit} ago`])
  })

  test.for([
    ["haven't bought for 2 years", 'orders count = 0 [last 2 year]'],
    ['no visit for 3 weeks', 'events visited_site = 0 [last 3 week]'],
  ] as const)('%s', ([text, wanted]) => {
    expect(shortly(text)).toBe(wanted)
  })

  test('each choice can be read', () => {
    for (const when of ['in the last 2 years', 'for the first time at least 2 years ago'])
      expect(read(`customers who have been buying ${when}`).kind).toBe('criteria')
  })
})

describe('what is not done anymore is asked about in its own words', () => {
  test.for([
    'stopped opening emails',
    "don't open emails anymore",
    'no longer open our emails',
    "aren't buying anymore",
  ])('customers who %s', (deed) => {
    const answer = read(`customers who ${deed}`)
    if (answer.kind !== 'question') throw new Error(answer.kind)
    expect(answer.options.map(({ label }) => label)).toEqual([
      'the last time over 90 days ago',
      'the last time over 180 days ago',
      'the last time over 365 days ago',
    ])
    expect(answer.options.every(({ criteria }) => criteria !== undefined)).toBe(true)
  })
})

describe('what is wished for or not so sure is told', () => {
  test.for([
    [
      'customers in France, ideally with 3+ orders',
      'country equals FR',
      '“ideally with 3+ orders” would only score and is not required: ask for an ICP or a persona to keep it as a score.',
    ],
    [
      'customers in France, maybe tagged vip',
      '(country equals FR & tags has vip)',
      '“maybe” is left out: what stands beside it must hold of everybody.',
    ],
  ] as const)('%s', ([text, wanted, says]) => {
    const answer = read(text)
    expect(shortly(text)).toBe(wanted)
    expect(answer).toMatchObject({ assumptions: [says] })
  })
})

describe('about so many', () => {
  test.for([
    ['customers who spent around 200', 'between 180 and 220'],
    ['customers with about 3 orders', 'between 2 and 4'],
    ['customers whose average order is roughly 50', 'between 45 and 55'],
  ] as const)('%s', ([text, band]) => {
    expect(choicesOf(text)[0]).toBe(band)
    expect(read(text.replace(/(?:around|about|roughly) \d+/u, band)).kind).toBe('criteria')
  })

  test('around a city is near it, and all around a country in it', () => {
    expect(read('customers around Paris').kind).toBe('question')
    expect(shortly('customers all around France')).toBe('country equals FR')
  })
})
