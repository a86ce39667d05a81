import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria).replaceAll('seg_rfm_', '') : found.kind
}

describe('who came, went and was in a segment', () => {
  test.for<[string, string]>([
    ['slid from Loyal to At Risk this month', 'segment at_risk entered loyal_customers [calendar month 0]'],
    [
      'customers who moved from Champions to At Risk in the last 90 days',
      'segment at_risk entered champions [last 90 day]',
    ],
    ['this month went from Champions to Lost', 'segment lost entered champions [calendar month 0]'],
    ['people who fell out of Champions last quarter', 'segment champions left [calendar quarter -1]'],
    ['dropped from Champions this week', 'segment champions left [calendar week 0]'],
    ['joined VIP in the last 30 days', 'segment list_vip entered [last 30 day]'],
    ['entered Summer Buyers last week', 'segment seg_summer entered [calendar week -1]'],
    ['became Champions this month', 'segment champions entered [calendar month 0]'],
    ['newly at risk this month', 'segment at_risk entered [calendar month 0]'],
    ['new VIPs this month', 'segment list_vip entered [calendar month 0]'],
    ['new VIPs', 'question'],
    ['left Champions since 1 March', 'segment champions left [from 2025-03-01]'],
    ['exited Summer Buyers yesterday', 'segment seg_summer left [calendar day -1]'],
    ['lost their VIP status this year', 'segment list_vip left [calendar year 0]'],
    [
      'left Champions or Summer Buyers this year',
      '(segment champions left [calendar year 0] | segment seg_summer left [calendar year 0])',
    ],
    [
      'left VIP in the last 30 days and bought Tea',
      '(segment list_vip left [last 30 day] & purchases any {category:Tea})',
    ],
    ['was in Champions on 1 September', 'segment champions in [from 2025-09-01 to 2025-09-01]'],
    ['in Champions as of 1 September', 'segment champions in [from 2025-09-01 to 2025-09-01]'],
    [
      'At Risk customers who were Loyal last month',
      '(rfm At Risk & segment loyal_customers in [calendar month -1])',
    ],
    ['who were not in Champions last month', 'not(segment champions in [calendar month -1])'],
    ['have never been in Champions', 'not(segment champions in)'],
    ["haven't left Champions since March", 'not(segment champions left [from 2025-03-01])'],
    ['used to be in Champions', '(segment champions in & not(segment champions))'],
    ['former Champions in France', '(segment champions in & not(segment champions) & country equals FR)'],
    [
      'were in Champions last month but no longer',
      '(segment champions in [calendar month -1] & not(segment champions))',
    ],
    ['been in Champions at some point', 'segment champions in'],
    // Now, or once?
    ['were in VIP', 'question'],
    ['was in Champions since March', 'question'],
    // As before.
    ['customers in VIP', 'segment list_vip'],
    ['joined in 2024', 'created_at during [from 2024-01-01 to 2024-12-31]'],
    ['moved to London', 'question'],
  ])('%s: %s', ([text, meaning]) => expect(read(text)).toBe(meaning))

  test('what a move takes is stated', () => {
    const found = interpret('slid from Champions to At Risk this month', situation())
    expect(found.kind === 'criteria' && found.assumptions).toEqual([
      '“slid from Champions to At Risk” is read as left Champions and entered At Risk afterwards, both in that time.',
    ])
  })

  test('words are read back', () => {
    const saved = fc.constantFrom('seg_rfm_champions', 'seg_summer', 'list_eu')
    fc.assert(
      fc.property(
        saved,
        fc.constantFrom('in', 'entered', 'left'),
        fc.option(saved, { nil: undefined }),
        fc.option(spokenWindow, { nil: undefined }),
        (segment, was, from, within) => {
          fc.pre(from !== segment)
          const condition = conditionSchema.parse({
            type: 'segment',
            segment,
            was,
            ...(from !== undefined && { was: 'entered', from }),
            ...(within && { within }),
          })
          expect(readBack(condition)).toEqual(normalCriteria(condition))
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 200) },
    )
  })
})
