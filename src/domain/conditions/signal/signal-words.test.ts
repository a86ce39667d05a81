import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describe as wordsOf } from '../../criteria/describe.ts'
import { normalCriteria } from '../../criteria/normal.ts'
import { counts } from '../../criteria/pieces.fixture.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { conditionSchema } from '../index.ts'
import { unprofiled } from '../profile/scores.fixture.ts'

const numRuns = Number(process.env['FC_RUNS'] ?? 100)
const { now, zone, currency, vocabulary } = situation()
const never = (): never => {
  throw new Error('Nothing is named')
}
const ctx = { now, zone, currency, segment: never, indicator: never, ...unprofiled }
const types = fc.uniqueArray(fc.constantFrom(...vocabulary.values('signal.type').map(({ value }) => value)), {
  minLength: 1,
  maxLength: 2,
})

const signals = fc
  .record({
    type: fc.constantFrom('company_signal', 'person_signal'),
    signal: types,
    topic: fc.option(fc.constantFrom(['SDR'], ['Series B', 'the “big” one']), { nil: undefined, freq: 1 }),
    strength: fc.option(fc.constantFrom(0.5, 0.25), { nil: undefined, freq: 1 }),
    within: fc.option(
      fc.constantFrom(
        { kind: 'last', n: 60, unit: 'day' },
        { kind: 'calendar', unit: 'quarter', offset: 0 },
        { kind: 'calendar', unit: 'week', offset: -1 },
        { kind: 'dates', from: '2025-01-01', to: '2025-03-31' },
        { kind: 'ago', from: 30, to: 60, unit: 'day' },
      ),
      { nil: undefined },
    ),
    test: fc.option(counts, { nil: undefined }),
  })
  .map(({ test: count, ...asked }) =>
    normalCriteria(conditionSchema.parse(JSON.parse(JSON.stringify({ ...asked, ...count })))),
  )

test('signals are read back from their words', () => {
  fc.assert(
    fc.property(signals, (criteria) => {
      const words = wordsOf(criteria, ctx)
      const who = 'type' in criteria && criteria.type === 'person_signal' ? 'leads who' : 'companies that'
      const found = interpret(`${who} ${words}`, situation())
      expect({ words, read: found.kind === 'criteria' ? normalCriteria(found.criteria) : found }).toEqual({
        words,
        read: criteria,
      })
    }),
    { numRuns },
  )
})

/** What a request asks for, in few signs; for anything but criteria, its kind. */
function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('signals', () => {
  test.for([
    ['companies hiring SDRs in the last 60 days', 'company_signal hiring SDR [last 60 day]'],
    ['accounts recruiting SDRs', 'company_signal hiring SDR'],
    ['companies hiring', 'company hiring_velocity > 0'],
    ['funding round this quarter', 'company_signal funding [calendar quarter 0]'],
    ['companies that raised money in the last 6 months', 'company_signal funding [last 6 month]'],
    ['companies that raised a Series B this year', 'company_signal funding Series B [calendar year 0]'],
    ['companies that raised a Series B', 'company funding_stage equals Series B'],
    [
      'companies that visited pricing twice last week',
      'company_signal visit pricing [calendar week -1] >= 2',
    ],
    [
      'accounts that visited our pricing page last month',
      'company_signal visit pricing page [calendar month -1]',
    ],
    [
      'accounts that visited our website at least 3 times in the last 30 days',
      'company_signal visit [last 30 day] >= 3',
    ],
    ['companies that have not visited us in 60 days', 'company_signal visit [last 60 day] = 0'],
    ['companies in the news this month', 'company_signal news [calendar month 0]'],
    ['companies with a hiring signal with a strength of at least 0.5', 'company_signal hiring 0.5'],
    ['people who never replied', 'person_signal reply = 0'],
    ['leads who replied last week', 'person_signal reply [calendar week -1]'],
    ['contacts who changed jobs in the last 90 days', 'person_signal job_change [last 90 day]'],
    // The data holds none of these, and other types are not taken for them.
    ['leads who got promoted this year', 'refused'],
    ['companies that announced layoffs last month', 'refused'],
    ['people who posted about hiring last week', 'person_signal post hiring [calendar week -1]'],
    [
      'marketing VPs who have not replied in the last 30 days',
      '(person seniority equals VP & person function equals Marketing & person_signal reply [last 30 day] = 0)',
    ],
    [
      'CMOs at companies that raised funding this quarter',
      '(person title means CMO & works_at {type:company_signal signal:funding within:[calendar quarter 0]})',
    ],
    [
      'SaaS companies hiring SDRs but not agencies',
      '(company industry equals SaaS & company_signal hiring SDR & not(company industry equals Agency))',
    ],
    ['companies with a signal strength above 0.5', 'company_signal_strength > 0.5'],
    [
      'leads with a present reply or job change signal strength of at least 1',
      'person_signal_strength reply,job_change >= 1',
    ],
    ['accounts whose hiring signal strength is over 0.4', 'company_signal_strength hiring > 0.4'],
    ['companies that have a signal strength of 0.5 now', 'company_signal_strength >= 0.5'],
    ['customers who visited the site last week', 'events visited_site [calendar week -1]'],
  ])('%s', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })

  test.for(['companies showing buying intent', 'right company, wrong person'])(
    '%s is refused by name',
    (text) => {
      expect(read(text)).toBe('refused')
    },
  )
})
