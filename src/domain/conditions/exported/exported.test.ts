import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestExports, openExports } from '../../exports/exports.fixture.ts'
import { PLAIN } from '../../exports/options.ts'
import { count } from '../../members/bitset.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import type { Situation } from '../../language/situation.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('people say', () => {
  test.for([
    ['exported in the last 30 days', 'exported [last 30 day]'],
    ['not exported to Meta in the last 2 weeks', 'not(exported meta [last 2 week])'],
    ['never exported', 'not(exported)'],
    ['customers who have not been exported yet', 'not(exported)'],
    ['everybody we exported last week', 'exported [calendar week -1]'],
    ['exported to Klaviyo or Meta', '(exported klaviyo | exported meta)'],
    [
      'exported to google ads and facebook since June',
      '(exported google_ads [from 2025-06-01] & exported meta [from 2025-06-01])',
    ],
    ['not exported to Meta or Klaviyo', 'not(exported meta | exported klaviyo)'],
    ['exported as CSV yesterday', 'exported standard_csv [calendar day -1]'],
    [
      'VIPs who were not in an export in the last 90 days',
      '(segment list_vip & not(exported [last 90 day]))',
    ],
    ['Champions not already exported', '(rfm Champions & not(exported))'],
    ['exported before 1 January 2025', 'exported [before 2025-01-01]'],
    ['exported to Meta before', 'exported meta'],
    ['exported before to Meta', 'exported meta'],
    ['exported in the last 14 days to Meta', 'exported meta [last 14 day]'],
    ['recently exported', 'question'],
    ['not exported recently', 'question'],
    ['exported to TikTok last week', 'refused'],
    ['emailed last week', 'refused'],
  ])('%s', ([text = '', wanted]) => {
    expect(read(text)).toBe(wanted)
  })
})

/** A workspace that has exported nothing yet. */
const fresh: Situation = {
  ...situation(),
  vocabulary: { ...situation().vocabulary, filled: (field) => (field === 'exported' ? 0 : 0.8) },
}

test('where nothing was exported yet, nobody can be asked for by it, and leaving them out says so', () => {
  const asked = interpret('everybody we exported last week', fresh)
  expect(asked.kind === 'refused' ? asked.missing : asked).toEqual(['exports made before'])
  const spared = interpret('Champions not exported in the last 30 days', fresh)
  expect(spared.kind === 'criteria' ? spared.assumptions : spared).toContain(
    'Nothing was exported from here yet, so nobody is left out by it so far.',
  )
})

describe('who counts as exported', () => {
  let w: TestExports
  let segment: string
  beforeAll(async () => {
    w = await openExports()
    segment = await w.segment('Canada', { type: 'attribute', field: 'country', op: 'equals', value: 'CA' })
  })
  afterAll(() => w.close())

  const exported = async (more: object = {}) => {
    const criteria = w.services.previews.resolve({ type: 'exported', ...more })
    const { bits } = await w.services.members.of(criteria, { asOf: w.clock.now() })
    return count(bits)
  }

  test('whoever is in a file from the minute it is written, until it is taken back', async () => {
    const change = {
      kind: 'export',
      subject: { kind: 'segment', id: segment },
      format: 'standard_csv',
      options: PLAIN,
    } as const
    expect(await exported()).toBe(0)
    const waiting = await w.confirmedOnly(change)
    expect(await exported()).toBe(0)
    await w.exportJobs.ended(waiting)
    expect(await exported()).toBe(13)
    expect(await exported({ to: 'standard_csv', within: { kind: 'last', n: 1, unit: 'hour' } })).toBe(13)
    expect(await exported({ to: 'meta' })).toBe(0)
    w.clock.forward(2 * 86_400)
    expect(await exported({ within: { kind: 'last', n: 1, unit: 'day' } })).toBe(0)
    await w.exported({ kind: 'undo_export', exportId: waiting })
    expect(await exported()).toBe(0)
  })
})
