import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenCompany, openCompany } from './company/open.ts'
import { fixturesOf } from './company/plant.ts'
import { caseFiles, loadCases } from './load-cases.ts'
import { openReference } from './reference/database.ts'
import { shareRight, tally } from './report/tally.ts'
import { dataState } from './run/data-state.ts'
import { type Result, runCases } from './run/run-cases.ts'

/** Well below what it reaches, so that a new case may be missed; what is wrong has no allowance. */
const LEAST_SHARE_RIGHT = 0.6

describe('the offline model, over every case', () => {
  const cases = loadCases(caseFiles())
  let company: OpenCompany
  let before: string
  let results: readonly Result[]

  beforeAll(async () => {
    company = await openCompany({ model: 'offline', fixtures: fixturesOf(cases), env: {} })
    const reference = openReference()
    before = dataState(company.app.services.reader)
    results = await runCases(cases, { ask: company.ask, find: reference.ids, jobs: 2 })
    reference.close()
  }, 120_000)
  afterAll(() => company.close())

  test('shows nobody the wrong people', () => {
    const wrong = results.filter(({ score }) => score.verdict === 'wrong')
    const told = wrong.map(({ case: { id, text, held }, score }) =>
      held ? `${id} (held out)` : `${id} ${text}: ${score.why}`,
    )
    expect(told).toEqual([])
  })

  test('gets most of it right', () => {
    expect(shareRight(tally(results))).toBeGreaterThanOrEqual(LEAST_SHARE_RIGHT)
  })

  test('changes nothing', () => {
    expect(dataState(company.app.services.reader)).toBe(before)
  })
})
