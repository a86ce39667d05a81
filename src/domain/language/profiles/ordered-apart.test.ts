import { describe, expect, test } from 'vitest'
import { command, parameters } from './profiles.fixture.ts'

const SAAS = 'filter company industry equals SaaS'
const scored = (weight: number, technology: string) => `score ${weight} company tech_stack has ${technology}`

describe('how much each counts', () => {
  test.for([
    [
      'ICP of SaaS. Score Snowflake users highest, then HubSpot users',
      [SAAS, scored(2, 'Snowflake'), scored(1, 'HubSpot')],
    ],
    [
      'ICP of SaaS, Snowflake users score highest, then HubSpot',
      [SAAS, scored(2, 'Snowflake'), scored(1, 'HubSpot')],
    ],
    [
      'ICP of SaaS, most important is Snowflake, then HubSpot',
      [SAAS, scored(2, 'Snowflake'), scored(1, 'HubSpot')],
    ],
    [
      'ICP of SaaS, in order of importance: Snowflake, HubSpot',
      [SAAS, scored(2, 'Snowflake'), scored(1, 'HubSpot')],
    ],
    [
      'ICP of SaaS, Snowflake matters twice as much as HubSpot',
      [SAAS, scored(2, 'Snowflake'), scored(1, 'HubSpot')],
    ],
    [
      'ICP of SaaS, 3 points for Snowflake, 2 for HubSpot',
      [SAAS, scored(3, 'Snowflake'), scored(2, 'HubSpot')],
    ],
    [
      'ICP of SaaS, give 20 to Snowflake and 10 to HubSpot',
      [SAAS, scored(20, 'Snowflake'), scored(10, 'HubSpot')],
    ],
    ['ICP of SaaS, Snowflake counts double', [SAAS, scored(2, 'Snowflake')]],
    ['ICP of SaaS, those on Snowflake should just rank higher', [SAAS, scored(1, 'Snowflake')]],
    ['ICP of SaaS, lean towards Snowflake users', [SAAS, scored(1, 'Snowflake')]],
    ['deal-breakers: under 20 employees. must have: SaaS', [SAAS, 'exclude company employees < 20']],
    ['SaaS companies, +10 if they use Snowflake', [SAAS, scored(10, 'Snowflake')]],
  ] as const)('%s', ([text, expected]) => expect(parameters(text)).toEqual(expected))

  test('the weights that an order is taken for are stated', () => {
    expect(command('ICP of SaaS, most important is Snowflake, then HubSpot')).toMatchObject({
      assumptions: ['The order of what is preferred is read as the weights 2, 1.'],
    })
  })
})
