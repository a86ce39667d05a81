import { describe, expect, test } from 'vitest'
import { situation } from '../../company.fixture.ts'
import { asked, command } from '../profiles.fixture.ts'

/** The parameters that SMB SaaS or VP Sales has from then on. */
function revised(text: string): readonly string[] {
  const found = command(text)
  if (found.do !== 'revise_profile') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  return found.parameters.map((one) =>
    [one.mode, ...(one.mode === 'score' ? [one.weight] : []), situation().describe(one.criteria)].join(' '),
  )
}

const SAAS = 'filter company industry equals SaaS'
const SIZE = 'filter company employees between 11,200'
const PLACE = 'filter company country in US,CA'
const HIRING = 'score 20 company hiring_velocity > 0'

describe('one parameter changes, and the others stay', () => {
  test.for([
    ['set the weight of hiring to 3 in SMB SaaS', [SAAS, SIZE, PLACE, HIRING.replace('20', '3')]],
    ['in SMB SaaS bump the hiring weight up to 40', [SAAS, SIZE, PLACE, HIRING.replace('20', '40')]],
    ['SMB SaaS: hiring should be worth 35 points', [SAAS, SIZE, PLACE, HIRING.replace('20', '35')]],
    ['On SMB SaaS, raise the weight of hiring by 5', [SAAS, SIZE, PLACE, HIRING.replace('20', '25')]],
    ['make hiring a must-have in SMB SaaS', [SAAS, SIZE, PLACE, 'filter company hiring_velocity > 0']],
    [
      'turn the country requirement in SMB SaaS into a nice-to-have with weight 15',
      [SAAS, SIZE, HIRING, 'score 15 company country in US,CA'],
    ],
    [
      'On SMB SaaS, SaaS should be a nice-to-have worth 15, not a must',
      [SIZE, PLACE, HIRING, 'score 15 company industry equals SaaS'],
    ],
    ['take the country filter off SMB SaaS', [SAAS, SIZE, HIRING]],
    ['drop the hiring score from SMB SaaS', [SAAS, SIZE, PLACE]],
    ['take Canada out of SMB SaaS', [SAAS, SIZE, 'filter company country equals US', HIRING]],
    ['take Germany out of SMB SaaS', [SAAS, SIZE, PLACE, 'exclude company country equals DE', HIRING]],
    ['in SMB SaaS change the min employees to 50', [SAAS, SIZE.replace('11', '50'), PLACE, HIRING]],
    ['also exclude France from SMB SaaS', [SAAS, SIZE, PLACE, 'exclude company country equals FR', HIRING]],
    [
      'in SMB SaaS, prefer Snowflake weight 30',
      [SAAS, SIZE, PLACE, HIRING, 'score 30 company tech_stack has Snowflake'],
    ],
    ['restrict SMB SaaS to Germany', [SAAS, SIZE, 'filter company country equals DE', HIRING]],
    [
      'make SMB SaaS stricter: at least 50 employees',
      [SAAS, 'filter company employees >= 50', PLACE, HIRING],
    ],
    [
      'make Snowflake a must-have in SMB SaaS',
      [SAAS, SIZE, PLACE, 'filter company tech_stack has Snowflake', HIRING],
    ],
    [
      'make VP Sales stricter: at least 10 years experience',
      ['filter company name known', 'filter person years_experience >= 10'],
    ],
  ] as const)('%s', ([text, expected]) => {
    expect(revised(text)).toEqual(expected)
  })
})

describe('what is not there, or can’t be meant, is said', () => {
  test.for([
    ['SMB SaaS: bump the weight of HubSpot to 40', 'has no score for “HubSpot”'],
    ['drop the funding filter from SMB SaaS', 'has no parameter about “funding”'],
    ['set the weight of the country to 10 in SMB SaaS', 'is a must in “SMB SaaS”, which has no weight'],
    ['in SMB SaaS bump the hiring weight to 5000', 'A weight is a whole number from 1 to 1,000'],
    ['in SMB SaaS, also require SaaS', 'That is so in “SMB SaaS” already'],
    ['take SaaS out of SMB SaaS', 'That is all that “SMB SaaS” asks for there'],
  ] as const)('%s', ([text, says]) => expect(asked(text)).toContain(says))
})
