import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { shown } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { anniversaries } from './anniversary.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  if (found.kind === 'criteria') return brief(found.criteria)
  if (found.kind === 'question') return `? ${found.options.map(({ label }) => label).join(' / ')}`
  return found.kind === 'refused' ? `refused: ${found.missing.join(', ')}` : found.kind
}

describe('what people say of birthdays and anniversaries', () => {
  test.for([
    ['birthdays this month', 'anniversary birthday [calendar month 0]'],
    ['birthday next month', 'anniversary birthday [calendar month 1]'],
    ['whose birthday is tomorrow', 'anniversary birthday [calendar day 1]'],
    ['everyone with a birthday today', 'anniversary birthday [calendar day 0]'],
    ['it is their birthday today', 'anniversary birthday [calendar day 0]'],
    ['birthdays in December', 'anniversary birthday [months 12]'],
    ['December birthdays', 'anniversary birthday [months 12]'],
    ['this week’s birthdays', 'anniversary birthday [calendar week 0]'],
    ['customers whose birthday falls in June or July', 'anniversary birthday [months 6,7]'],
    ['birthdays from June to August', 'anniversary birthday [months 6,7,8]'],
    ['birthdays in Q1', 'anniversary birthday [months 1,2,3]'],
    ['birthday in the next 7 days', 'anniversary birthday [next 7 day]'],
    ['birthday within the next two weeks', 'anniversary birthday [next 2 week]'],
    ['birthday coming up in the next 30 days', 'anniversary birthday [next 30 day]'],
    ['had a birthday in the last 7 days', 'anniversary birthday [last 7 day]'],
    ['whose birthday was last week', 'anniversary birthday [calendar week -1]'],
    ['birthday in 3 days', 'anniversary birthday [calendar day 3]'],
    ['birthday on 14 February', 'anniversary birthday [days 02-14 02-14]'],
    ['birthday on Christmas Day', 'anniversary birthday [days 12-25 12-25]'],
    ['birthdays between 20 December and 6 January', 'anniversary birthday [days 12-20 01-06]'],
    ['birthdays between 1 and 15 May', 'anniversary birthday [days 05-01 05-15]'],
    ['born in December', 'anniversary birthday [months 12]'],
    ['born on 29 February', 'anniversary birthday [days 02-29 02-29]'],
    ['turning 30 this year', 'anniversary birthday [calendar year 0] {op:= value:30}'],
    [
      'have already turned 40 this year',
      '(anniversary birthday [calendar year 0] {op:= value:40} & anniversary birthday [last 12 month] {op:= value:40})',
    ],
    [
      'have yet to turn 40 this year',
      '(anniversary birthday [calendar year 0] {op:= value:40} & anniversary birthday [next 12 month] {op:= value:40})',
    ],
    [
      'whose birthday was this month',
      '(anniversary birthday [calendar month 0] & anniversary birthday [last 1 month])',
    ],
    ['turned 30 last year', 'anniversary birthday [calendar year -1] {op:= value:30}'],
    ['turned 30 to 39 this year', '? '],
    ['already had their birthday this year', '? '],
    [
      'women who turn 18 next month',
      '(gender equals female & anniversary birthday [calendar month 1] {op:= value:18})',
    ],
    ['will be 65 in the next 30 days', 'anniversary birthday [next 30 day] {op:= value:65}'],
    ['30th birthday this month', 'anniversary birthday [calendar month 0] {op:= value:30}'],
    [
      'celebrating their 50th birthday in 2026',
      'anniversary birthday [from 2026-01-01 to 2026-12-31] {op:= value:50}',
    ],
    [
      'customers whose first-order anniversary falls in the next 7 days (any year)',
      'anniversary first_order [next 7 day]',
    ],
    ['anniversary of their first purchase this month', 'anniversary first_order [calendar month 0]'],
    ['first purchase anniversary next week', 'anniversary first_order [calendar week 1]'],
    ['sign-up anniversary this month', 'anniversary created_at [calendar month 0]'],
    ['anniversary of joining today', 'anniversary created_at [calendar day 0]'],
    ['1-year sign-up anniversary this week', 'anniversary created_at [calendar week 0] {op:= value:1}'],
    [
      'sign-up anniversary this month, at least 1 year after it',
      'anniversary created_at [calendar month 0] {op:>= value:1}',
    ],
    [
      'VIPs with a birthday this month who spent over 200',
      '(segment list_vip & anniversary birthday [calendar month 0] & orders spend > 200)',
    ],
    ['no birthday this month', 'not(anniversary birthday [calendar month 0])'],
    ['customers whose birthday is not in December', 'not(anniversary birthday [months 12])'],
    ['brithday next month', 'anniversary birthday [calendar month 1]'],
    ['birthdays coming up', '? in the next 7 days / in the next 30 days / next month'],
    ['turning 30', '? this year / in the next 30 days / next month'],
    ['birthdays this year', '? '],
    ['anniversary this month', '? of the first order / of joining'],
    ['wedding anniversary this month', 'refused: wedding and work anniversaries'],
    ['birthdays in summer', '? in June, July or August'],
    ['have a known birthday', 'birthday known'],
    ['born in 1990', 'birthday during [from 1990-01-01 to 1990-12-31]'],
  ])('%s', ([text = '', expected]) => expect(read(text)).toBe(expected))
})

test('what is assumed is said', () => {
  const assumed = (text: string) => {
    const found = interpret(text, situation())
    return found.kind === 'criteria' ? found.assumptions.join(' ') : found.kind
  }
  expect(assumed('no birthday this month')).toBe('People whose birthday is unknown are in too.')
  expect(assumed('first order anniversary this month')).toContain('The year is ignored')
  expect(assumed('birthday on Valentine’s Day')).toContain('14 February')
  expect(assumed('birthdays this month')).toBe('')
  expect(assumed('turned 40 this year')).toContain('up to today')
  expect(assumed('will turn 40 this year')).toContain('Days that have passed count as well')
})

test('whoever repeats the words means the same', () => {
  fc.assert(
    fc.property(anniversaries, (drawn) => {
      const condition = normalCriteria(conditionSchema.parse({ ...drawn, type: 'anniversary' }))
      const found = interpret(`customers who ${shown(condition)}`, situation())
      expect(found.kind === 'criteria' ? normalCriteria(found.criteria) : found).toEqual(condition)
    }),
    { numRuns: 300 },
  )
})
