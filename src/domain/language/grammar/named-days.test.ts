import { describe, expect, test } from 'vitest'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  if (found.kind === 'question') return found.question
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

const bought = (from: string, to = from) => `orders count >= 1 [from ${from} to ${to}]`

// Today is 20 November 2025.
test.for<[string, string]>([
  ['bought on Black Friday', bought('2024-11-29')],
  ['bought on Black Friday 2023', bought('2023-11-24')],
  ['bought during Black Friday weekend', bought('2024-11-29', '2024-12-01')],
  ['bought in Black Friday week', bought('2024-11-25', '2024-12-01')],
  ['bought on Cyber Monday last year', bought('2024-12-02')],
  ['bought on Small Business Saturday', bought('2024-11-30')],
  ['bought on Good Friday', bought('2025-04-18')],
  ['bought on Easter Monday', bought('2025-04-21')],
  ['bought on Easter weekend', bought('2025-04-18', '2025-04-21')],
  ["bought on Mother's Day", bought('2025-05-11')],
  ['bought on Mothering Sunday', bought('2025-03-30')],
  ["bought on Father's Day", bought('2025-06-15')],
  ['bought on Memorial Day', bought('2025-05-26')],
  ['bought on Labor Day', bought('2025-09-01')],
  ['bought between Christmas and New Year', bought('2024-12-25', '2025-01-01')],
  [
    'bought on Prime Day',
    'Which dates do you mean by Prime Day? Please say them, such as “from 1 to 7 December 2025”.',
  ],
  [
    'bought during Cyber Week',
    'Which dates do you mean by Cyber Week? Please say them, such as “from 1 to 7 December 2025”.',
  ],
  // Nearly all customers of this shop live north of the equator.
  ['bought last summer', 'orders count >= 1 [from 2025-06-01 to 2025-08-31]'],
])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

describe('a season where customers live on both sides of the equator', () => {
  const { vocabulary, ...rest } = situation()
  const countries = [
    { field: 'country', value: 'FR', label: 'France', count: 60 },
    { field: 'country', value: 'AU', label: 'Australia', count: 40 },
  ] as const
  const values: Vocabulary['values'] = (field) => (field === 'country' ? countries : vocabulary.values(field))
  const found = interpret('bought since spring', { ...rest, vocabulary: { ...vocabulary, values } })

  test('is asked about with the day that the words before it take', () => {
    expect(
      found.kind === 'question' &&
        found.options.map(({ label, criteria }) => [label, criteria && brief(criteria)]),
    ).toEqual([
      ['1 March 2025 to 31 May 2025 (north of the equator)', 'orders count >= 1 [from 2025-03-01]'],
      ['1 September 2025 to 30 November 2025 (south of the equator)', 'orders count >= 1 [from 2025-09-01]'],
    ])
  })
})

test.for<[string, string]>([
  ['Gen Z customers', 'birthday during [from 1997-01-01 to 2012-12-31]'],
  ['boomers in France', '(birthday during [from 1946-01-01 to 1964-12-31] & country equals FR)'],
  [
    'millennials and Gen Z',
    '(birthday during [from 1981-01-01 to 1996-12-31] | birthday during [from 1997-01-01 to 2012-12-31])',
  ],
  ['Gen X or older', 'birthday during [to 1980-12-31]'],
  ['Millennials and younger', 'birthday during [from 1981-01-01]'],
  ['not boomers', 'not(birthday during [from 1946-01-01 to 1964-12-31])'],
  [
    'Gen Z women who bought Tea',
    '(birthday during [from 1997-01-01 to 2012-12-31] & gender equals female & purchases any {category:Tea})',
  ],
])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
