import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('times that come again', () => {
  test.for<[string, string]>([
    ['people who order after 9 pm', 'orders count >= 1 {hours:{from:21:00 to:24:00}}'],
    ['ordered past 9.30pm', 'orders count >= 1 {hours:{from:21:30 to:24:00}}'],
    ['ordered after 21:00', 'orders count >= 1 {hours:{from:21:00 to:24:00}}'],
    ['purchases made before 8am', 'orders count >= 1 {hours:{from:00:00 to:08:00}}'],
    ['bought between 9am and 5pm', 'orders count >= 1 {hours:{from:09:00 to:17:00}}'],
    ['bought between 9 and 5pm', 'orders count >= 1 {hours:{from:09:00 to:17:00}}'],
    ['bought 9am-5pm', 'orders count >= 1 {hours:{from:09:00 to:17:00}}'],
    ['shopped from 2 to 5 pm', 'orders count >= 1 {hours:{from:14:00 to:17:00}}'],
    ['ordered from 10pm to 2am', 'orders count >= 1 {hours:{from:22:00 to:02:00}}'],
    ['bought at lunchtime', 'orders count >= 1 {hours:{from:12:00 to:14:00}}'],
    ['late-night shoppers', 'orders count >= 1 {hours:{from:22:00 to:04:00}}'],
    ['ordered on a weekend', 'orders count >= 1 {weekdays:saturday,sunday}'],
    ['weekend shoppers in France', '(orders count >= 1 {weekdays:saturday,sunday} & country equals FR)'],
    ['at least 3 weekend orders this year', 'orders count >= 3 [calendar year 0] {weekdays:saturday,sunday}'],
    ['buys on Fridays', 'orders count >= 1 {weekdays:friday}'],
    ['bought on a Saturday or a Sunday', 'orders count >= 1 {weekdays:saturday,sunday}'],
    ['ordered Mon-Fri', 'orders count >= 1 {weekdays:monday,tuesday,wednesday,thursday,friday}'],
    ['ordered Monday to Wednesday', 'orders count >= 1 {weekdays:monday,tuesday,wednesday}'],
    ['bought Tea on a Monday', 'purchases any {category:Tea} {weekdays:monday}'],
    ['never ordered on a weekend', 'orders count = 0 {weekdays:saturday,sunday}'],
    [
      'bought on weekdays but never on weekends',
      '(orders count >= 1 {weekdays:monday,tuesday,wednesday,thursday,friday} & orders count = 0 {weekdays:saturday,sunday})',
    ],
    [
      'spent over 200 on weekends this year',
      'orders spend > 200 [calendar year 0] {weekdays:saturday,sunday}',
    ],
    ['bought in any December', 'orders count >= 1 {months:12}'],
    ['ordered every December', 'orders count >= 1 {months:12}'],
    ['ordered in November or December of any year', 'orders count >= 1 {months:11,12}'],
    ['bought in Q4 regardless of the year', 'orders count >= 1 {months:10,11,12}'],
    ['ordered on 24 December of any year', 'orders count >= 1 {months:12 month_days:24}'],
    ["bought on Valentine's Day every year", 'orders count >= 1 {months:2 month_days:14}'],
    ['ordered on the 1st or 15th of the month', 'orders count >= 1 {month_days:1,15}'],
    ['opened an email after 6pm', 'events opened_email {hours:{from:18:00 to:24:00}}'],
    [
      'clicked an email on a Sunday in the last 30 days',
      'events clicked_email [last 30 day] {weekdays:sunday}',
    ],
    [
      'bought on mobile after 10pm on Fridays',
      'orders count >= 1 {device:mobile hours:{from:22:00 to:24:00} weekdays:friday}',
    ],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('the hours, the zone and that one order is enough are said', () => {
    const found = interpret('people who order after 9 pm', situation())
    expect(found).toMatchObject({
      kind: 'criteria',
      assumptions: [
        '“after 9 pm” is read as 21:00 to 24:00 in the workspace’s time zone, UTC.',
        'One such order is enough.',
      ],
    })
  })

  test.for([
    'ordered in the evening',
    'bought in the mornings',
    'ordered after midnight',
    "ordered after 9 o'clock",
    'ordered over the weekend',
    'ordered on Black Friday every year',
    'bought at the end of the month',
    'bought every summer',
  ])('%s can be meant in several ways, or is not there', (text) =>
    expect(read(text)).toMatch(/^(?:question|refused)$/),
  )

  test.for<[string, string]>([
    ['ordered on Friday', 'orders count >= 1 [from 2025-11-14 to 2025-11-14]'],
    ['ordered last weekend', 'orders count >= 1 [from 2025-11-15 to 2025-11-16]'],
    ['bought in December', 'orders count >= 1 [from 2024-12-01 to 2024-12-31]'],
  ])('%s is a date: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))
})
