import { describe, expect, test } from 'vitest'
import { asked, command, parameters, read } from './profiles.fixture.ts'

const SAAS = 'filter company industry equals SaaS'
const HIRING = 'score 1 company hiring_velocity > 0'

describe('what scores, and what leaves out', () => {
  test.for([
    ['ICP of SaaS, US preferred but not required', [SAAS, 'score 1 company country equals US']],
    ['ICP of SaaS, US is a plus', [SAAS, 'score 1 company country equals US']],
    ['SaaS, ideally in the US but elsewhere is ok', [SAAS, 'score 1 company country equals US']],
    ['SaaS, over 300 employees but smaller is ok', [SAAS, 'score 1 company employees > 300']],
    ['SaaS, ideally over 300 employees, less is fine', [SAAS, 'score 1 company employees > 300']],
    ['SaaS, 300+ employees preferred, smaller ones are fine too', [SAAS, 'score 1 company employees >= 300']],
    ['SaaS, in the US, not mandatory though', [SAAS, 'score 1 company country equals US']],
    [
      'SaaS companies, and rank them up if they have more than 10 open roles',
      [SAAS, 'score 1 company hiring_velocity > 10'],
    ],
    ['SaaS companies, bump up those using HubSpot', [SAAS, 'score 1 company tech_stack has HubSpot']],
    ['create an ICP of SaaS, and weight it by open roles', [SAAS, HIRING]],
    ['ICP of SaaS, the more open roles the better', [SAAS, HIRING]],
    ['ICP of SaaS, rank them higher the more they are hiring', [SAAS, HIRING]],
    [
      'new ICP, SaaS scored on HubSpot in the stack; under 20 employees is a knockout',
      [SAAS, 'exclude company employees < 20', 'score 1 company tech_stack has HubSpot'],
    ],
    ['ICP of SaaS, under 20 people disqualifies', [SAAS, 'exclude company employees < 20']],
    ['our ideal customer is a SaaS company that is hiring', [SAAS, 'filter company hiring_velocity > 0']],
    ['our best-fit accounts are SaaS companies', [SAAS]],
    ['target market: SaaS', [SAAS]],
    ['ICP of innovative SaaS companies with a great culture', [SAAS]],
  ] as const)('%s', ([text, expected]) => expect(parameters(text)).toEqual(expected))

  test('how much of it counts is asked, and “the more” is told as it is read', () => {
    expect(asked('ICP: SaaS, scored on headcount growth')).toBe('“headcount growth”: How much growth?')
    expect(command('ICP of SaaS, the more open roles the better')).toMatchObject({
      assumptions: expect.arrayContaining([expect.stringContaining('whoever has it scores')]),
    })
  })
})

describe('a weight behind each of several things', () => {
  const stack = ['score 40 company industry equals Fintech', 'score 30 company tech_stack has HubSpot']
  test.for([
    'Fintech 40, on HubSpot 30',
    'Score it like this: fintech = 40 points, on HubSpot = 30',
    'weights: fintech 40, HubSpot 30',
    'nothing is required: fintech 40 pts and on HubSpot 30 pts',
    'Rate companies as follows: fintech: 40; HubSpot: 30',
    'Score accounts: 40 for Fintech, 30 for using HubSpot',
    '40 for fintech, 30 if they use HubSpot',
  ])('makes an ICP that only scores: %s', (text) => expect(parameters(text)).toEqual(stack))

  test('is no number that is read of what stands before it', () => {
    expect(read('SaaS, 50 to 200 employees, revenue over 10 million').kind).toBe('criteria')
  })
})

test.for(['fintech companies in Germany, call it Coins', 'Fintech companies on HubSpot. Name: Coins'])(
  'companies that are named are kept in an ICP: %s',
  (text) => expect(command(text)).toMatchObject({ do: 'build_profile', name: 'Coins' }),
)

test.for([
  ['must: fintech, 200+ emp. nice: HubSpot. never: Germany', 'score 1 company tech_stack has HubSpot'],
  [
    'Industry: Fintech / Size: 200+ / Tech: HubSpot (nice to have) / DQ: Germany',
    'score 1 company tech_stack has HubSpot',
  ],
] as const)('headings and strokes say how each part counts: %s', ([text, score]) => {
  expect(parameters(text)).toEqual([
    'filter company industry equals Fintech',
    'filter company employees >= 200',
    'exclude company country equals DE',
    score,
  ])
})

test.for(['ICP: fintech, Germany, name Money DE', 'fintechs in Germany, name Money DE'])(
  'a name in capitals behind a comma is one, and no condition: %s',
  (text) => {
    expect(command(text)).toMatchObject({ do: 'build_profile', name: 'Money DE' })
    expect(parameters(text)).toEqual([
      'filter company industry equals Fintech',
      'filter company country equals DE',
    ])
  },
)
