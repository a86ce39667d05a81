import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../../criteria/schema.ts'
import { BANKS, command, parameters } from '../profiles.fixture.ts'
import { situation } from '../../company.fixture.ts'
import { interpret } from '../../interpret.ts'

/** What Banks has from then on: its musts, what is left out, and what scores. */
function revised(text: string): readonly string[] {
  const found = command(text, { talksOfProfiles: true, lastProfile: BANKS })
  if (found.do !== 'revise_profile') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  return found.parameters.map((one) =>
    [one.mode, ...(one.mode === 'score' ? [one.weight] : []), situation().describe(one.criteria)].join(' '),
  )
}

const FINTECH = 'company industry equals Fintech'
const SIZE = 'company employees between 50,500'
const NO_FRANCE = 'exclude company country equals FR'
const HUBSPOT = 'company tech_stack has HubSpot'
const HIRING = 'company hiring_velocity > 0'

describe('what was a must and only scores from now on, and weights that are levelled', () => {
  const SOFT = [`filter ${SIZE}`, NO_FRANCE, `score 3 ${HUBSPOT}`, `score 1 ${HIRING}`, `score 40 ${FINTECH}`]
  test.for([
    ['the industry doesn’t have to match, just give it 40 points', SOFT],
    ['the industry is not required, give it 40 points', SOFT],
    [
      'everything should count as a score except the industry',
      [`filter ${FINTECH}`, NO_FRANCE, `score 1 ${SIZE}`, `score 3 ${HUBSPOT}`, `score 1 ${HIRING}`],
    ],
    [
      'give a bonus to Snowflake users but don’t require it',
      [
        `filter ${FINTECH}`,
        `filter ${SIZE}`,
        NO_FRANCE,
        `score 3 ${HUBSPOT}`,
        `score 1 ${HIRING}`,
        'score 1 company tech_stack has Snowflake',
      ],
    ],
    [
      'make them all equal',
      [`filter ${FINTECH}`, `filter ${SIZE}`, NO_FRANCE, `score 2 ${HUBSPOT}`, `score 2 ${HIRING}`],
    ],
    [
      'double those points',
      [`filter ${FINTECH}`, `filter ${SIZE}`, NO_FRANCE, `score 6 ${HUBSPOT}`, `score 2 ${HIRING}`],
    ],
  ] as const)('%s', ([text, expected]) =>
    expect([...revised(text)].toSorted()).toEqual([...expected].toSorted()),
  )
})

describe('of companies that were only counted an ICP is drafted', () => {
  const FILTERS = [`filter ${FINTECH}`, 'filter company country equals DE']
  const criteria: Criteria = {
    all: [
      { type: 'company', field: 'industry', op: 'equals', value: 'Fintech' },
      { type: 'company', field: 'country', op: 'equals', value: 'DE' },
    ],
  }
  test.for([
    ['give a bonus to HubSpot users but don’t require it', [...FILTERS, `score 1 ${HUBSPOT}`]],
    ['prefer those on HubSpot', [...FILTERS, `score 1 ${HUBSPOT}`]],
    ['HubSpot as a nice-to-have', [...FILTERS, `score 1 ${HUBSPOT}`]],
    ['HubSpot users should rank higher', [...FILTERS, `score 1 ${HUBSPOT}`]],
    ['and if they use HubSpot, rank them higher', [...FILTERS, `score 1 ${HUBSPOT}`]],
    ['ideally hiring', [...FILTERS, `score 1 ${HIRING}`]],
    // What was a must is none any more.
    [
      'no: HubSpot, and Germany only as a bonus',
      [`filter ${FINTECH}`, `filter ${HUBSPOT}`, 'score 1 company country equals DE'],
    ],
  ] as const)('%s', ([text, expected]) => expect(parameters(text, { criteria })).toEqual(expected))
})

test('of people that were only counted a persona is drafted', () => {
  const criteria: Criteria = { type: 'person', field: 'seniority', op: 'equals', value: 'VP' }
  const found = interpret('10+ years of experience is a plus', {
    ...situation(criteria),
    profilesNamed: () => [],
    allProfiles: () => [],
  })
  expect(found).toMatchObject({
    command: {
      do: 'build_profile',
      icp: null,
      parameters: [
        { mode: 'filter', criteria },
        { mode: 'score', weight: 1 },
      ],
    },
  })
})
