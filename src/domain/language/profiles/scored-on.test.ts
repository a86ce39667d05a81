import { describe, expect, test } from 'vitest'
import { asked, command, parameters } from './profiles.fixture.ts'

const SAAS = 'filter company industry equals SaaS'
const HIRING = 'score 1 company hiring_velocity > 0'

describe('what scores, and what leaves out', () => {
  test.for([
    ['ICP of SaaS, US preferred but not required', [SAAS, 'score 1 company country equals US']],
    ['ICP of SaaS, US is a plus', [SAAS, 'score 1 company country equals US']],
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
