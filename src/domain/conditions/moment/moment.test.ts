import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenDeed, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { customerWith, type History, nobodyElse, nothingInside, reading } from '../shared/customer.fixture.ts'
import { moment, momentSchema } from './moment.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  ['first opened an e-mail this month', 'moment first {did:event event:opened_email} [calendar month 0]'],
  ['first opened an email last week', 'moment first {did:event event:opened_email} [calendar week -1]'],
  [
    'viewed Shoes for the first time last week',
    'moment first {did:event event:viewed_product where:{product:{product:Shoe}}} [calendar week -1]',
  ],
  [
    'viewed Tea for the first time last week',
    'moment first {did:event event:viewed_product where:{product:{category:Tea}}} [calendar week -1]',
  ],
  [
    'bought Coffee for the first time this year',
    'moment first {did:ordered product:{category:Coffee}} [calendar year 0]',
  ],
  [
    'bought Coffee this year for the first time',
    'moment first {did:ordered product:{category:Coffee}} [calendar year 0]',
  ],
  [
    'first bought Coffee in 2024',
    'moment first {did:ordered product:{category:Coffee}} [from 2024-01-01 to 2024-12-31]',
  ],
  [
    'tried Tea for the first time in the last 30 days',
    'moment first {did:ordered product:{category:Tea}} [last 30 day]',
  ],
  ['last visited the site over 60 days ago', 'moment last {did:event event:visited_site} [older 60 day]'],
  [
    'last visited the site more than 60 days ago',
    'moment last {did:event event:visited_site} [older 60 day]',
  ],
  [
    'last opened an email between 30 and 60 days ago',
    'moment last {did:event event:opened_email} [ago 30 60 day]',
  ],
  ['whose last site visit was over 60 days ago', 'moment last {did:event event:visited_site} [older 60 day]'],
  ['last email open over 90 days ago', 'moment last {did:event event:opened_email} [older 90 day]'],
  [
    'last bought Coffee more than 6 months ago',
    'moment last {did:ordered product:{category:Coffee}} [older 6 month]',
  ],
  ['last seen over 60 days ago', 'moment last {did:event event:visited_site} [older 60 day]'],
  [
    'last purchase of Coffee was over 90 days ago',
    'moment last {did:ordered product:{category:Coffee}} [older 90 day]',
  ],
  [
    'their first visit was in March',
    'moment first {did:event event:visited_site} [from 2025-03-01 to 2025-03-31]',
  ],
  [
    'used a discount code for the first time this month',
    'moment first {did:ordered where:{coded:true}} [calendar month 0]',
  ],
  [
    'opened an e-mail for the last time more than 90 days ago',
    'moment last {did:event event:opened_email} [older 90 day]',
  ],
  ['opened an email for the first time', 'question'],
  ['stopped opening emails', 'question'],
  ['stopped opening emails over 60 days ago', 'moment last {did:event event:opened_email} [older 60 day]'],
  ['stopped visiting the site for 90 days', 'moment last {did:event event:visited_site} [older 90 day]'],
  [
    'stopped buying Coffee more than 6 months ago',
    'moment last {did:ordered product:{category:Coffee}} [older 6 month]',
  ],
  ['stopped buying', 'question'],
  ['stopped buying over 6 months ago', 'orders last_date [older 6 month]'],
  ['stopped opening emails in the last 60 days', 'question'],
  [
    "used to open emails but hasn't in 60 days",
    '(events opened_email & events opened_email = 0 [last 60 day])',
  ],
  [
    'used to buy Coffee but not in the last 6 months',
    '(purchases any {category:Coffee} & purchases none {category:Coffee} [last 6 month])',
  ],
  [
    'used to visit the site, but not this month',
    '(events visited_site & events visited_site = 0 [calendar month 0])',
  ],
  [
    'bought at least 3 times before but not in the last 6 months',
    '(orders count >= 3 & orders count = 0 [last 6 month])',
  ],
  [
    'customers whose last click was over 30 days ago and who live in France',
    '(moment last {did:event event:clicked_email} [older 30 day] & country equals FR)',
  ],
  ['first order in 2024', 'orders first_date [from 2024-01-01 to 2024-12-31]'],
  [
    'customers whose first order used SUMMER20 in 2025',
    'nth_order 1 [from 2025-01-01 to 2025-12-31] {code:SUMMER20}',
  ],
  ['last order over 90 days ago', 'orders last_date [older 90 day]'],
])('%s', ([text = '', wanted]) => {
  expect(read(text)).toBe(wanted)
})

describe('whom it holds for', () => {
  const holds = (condition: object, history: History): boolean =>
    moment.holds(
      momentSchema.parse({ type: 'moment', ...condition }),
      customerWith(history),
      nobodyElse,
      reading,
      nothingInside,
    )
  const tea = { did: 'ordered', product: { category: ['Tea'] } }
  const visited = { did: 'event', event: ['visited_site'] }

  test('the first time ever lies in the window', () => {
    const firstTea = { which: 'first', deed: tea, during: { kind: 'calendar', unit: 'month', offset: 0 } }
    expect(holds(firstTea, { orders: ['2025-05-01', '2025-11-02 Tea'] })).toBe(true)
    expect(holds(firstTea, { orders: ['2025-05-01 Tea', '2025-11-02 Tea'] })).toBe(false)
    expect(holds(firstTea, { orders: ['2025-11-02'] })).toBe(false)
    expect(holds(firstTea, { cancelled: ['2025-05-01 Tea'], orders: ['2025-11-02 Tea'] })).toBe(true)
  })

  test('the last time ever lies in the window; who never did it is out', () => {
    const gone = { which: 'last', deed: visited, during: { kind: 'older', n: 60, unit: 'day' } }
    expect(holds(gone, { events: [['visited_site', '2025-09-01']] })).toBe(true)
    expect(
      holds(gone, {
        events: [
          ['visited_site', '2025-09-01'],
          ['visited_site', '2025-11-01'],
        ],
      }),
    ).toBe(false)
    expect(holds(gone, {})).toBe(false)
  })

  test('what comes after now is not seen', () => {
    const gone = { which: 'last', deed: visited, during: { kind: 'older', n: 60, unit: 'day' } }
    expect(
      holds(gone, {
        events: [
          ['visited_site', '2025-09-01'],
          ['visited_site', '2025-12-01'],
        ],
      }),
    ).toBe(true)
  })
})

test('the first order of all belongs to orders', () => {
  const asked = {
    type: 'moment',
    which: 'first',
    deed: { did: 'ordered' },
    during: { kind: 'older', n: 1, unit: 'day' },
  }
  expect(momentSchema.safeParse(asked).success).toBe(false)
})

test('the words of a condition are read back', () => {
  const spoken = fc
    .record({ which: fc.constantFrom('first', 'last'), deed: spokenDeed, during: spokenWindow })
    .map((drawn) => momentSchema.safeParse({ type: 'moment', ...drawn }))
    .filter(({ success }) => success)
  fc.assert(
    fc.property(spoken, ({ data }) => {
      const normal = data && (moment.normal?.(data) ?? data)
      expect(normal && readBack(normal)).toEqual(conditionSchema.parse(normal))
    }),
    { numRuns: 400 },
  )
})

test('a first time that stands behind two deeds is said to be that of both', () => {
  const found = interpret('opened an e-mail or viewed a product for the first time this week', situation())
  expect(found.kind === 'criteria' ? found.assumptions : found).toContain(
    'The first or last time is that of all of them together; put one of them in brackets to say it of that one alone.',
  )
})
