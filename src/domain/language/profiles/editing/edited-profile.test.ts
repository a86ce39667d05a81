import { describe, expect, test } from 'vitest'
import { situation } from '../../company.fixture.ts'
import { asked, command, profilesNamed as profilesCalled } from '../profiles.fixture.ts'

/** The parameters that SMB SaaS or VP Sales has from then on. */
function revised(text: string, atHand: Parameters<typeof command>[1] = {}): readonly string[] {
  const found = command(text, atHand)
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
    [
      'keep German companies out of SMB SaaS',
      [SAAS, SIZE, PLACE, HIRING, 'exclude company country equals DE'],
    ],
    ['hiring mandatory in SMB SaaS', [SAAS, SIZE, PLACE, 'filter company hiring_velocity > 0']],
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
    ['double the weight of hiring in SMB SaaS', [SAAS, SIZE, PLACE, HIRING.replace('20', '40')]],
    ['halve hiring in SMB SaaS', [SAAS, SIZE, PLACE, HIRING.replace('20', '10')]],
    ['bump hiring to 30 points in SMB SaaS', [SAAS, SIZE, PLACE, HIRING.replace('20', '30')]],
    [
      'make hiring a must in SMB SaaS instead of just a preference',
      [SAAS, SIZE, PLACE, 'filter company hiring_velocity > 0'],
    ],
    [
      'drop the hiring thing from SMB SaaS and add Snowflake as a preference, weight 4',
      [SAAS, SIZE, PLACE, 'score 4 company tech_stack has Snowflake'],
    ],
    [
      'give SMB SaaS a couple of extra nice-to-haves: Snowflake 2 points, HubSpot 3 points',
      [
        SAAS,
        SIZE,
        PLACE,
        HIRING,
        'score 2 company tech_stack has Snowflake',
        'score 3 company tech_stack has HubSpot',
      ],
    ],
    [
      'add to the exclusions of SMB SaaS: France and Germany',
      [SAAS, SIZE, PLACE, 'exclude company country equals FR', 'exclude company country equals DE', HIRING],
    ],
    [
      'add to SMB SaaS: must use Snowflake; nice: HubSpot',
      [
        SAAS,
        SIZE,
        PLACE,
        'filter company tech_stack has Snowflake',
        HIRING,
        'score 1 company tech_stack has HubSpot',
      ],
    ],
    [
      'SMB SaaS should be Germany instead of the US and Canada',
      [SAAS, SIZE, 'filter company country equals DE', HIRING],
    ],
    [
      'change the employee band of SMB SaaS from 11-200 to 20-300',
      [SAAS, SIZE.replace('11,200', '20,300'), PLACE, HIRING],
    ],
    ['add the UK to SMB SaaS', [SAAS, SIZE, PLACE.replace('CA', 'CA,GB'), HIRING]],
    [
      'exclude companies that are hiring from SMB SaaS',
      [SAAS, SIZE, PLACE, 'exclude company hiring_velocity > 0'],
    ],
    [
      'Make all parameters of SMB SaaS preferences',
      [SAAS, SIZE, PLACE, HIRING].map((one) => one.replace('filter', 'score 1')),
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
    ['add Snowflake to SMB SaaS', 'be a must in “SMB SaaS”, or a preference?'],
    ['replace Snowflake with Blorp in SMB SaaS', 'so it stays as it is'],
    ['SMB SaaS should accept Fintech too but for these more than 100 employees', 'about all of them'],
    ['take SaaS out of SMB SaaS', 'That is all that “SMB SaaS” asks for there'],
  ] as const)('%s', ([text, says]) => expect(asked(text)).toContain(says))
})

describe('what was drafted before, and not confirmed, is changed further', () => {
  const [only] = profilesCalled('SMB SaaS')
  if (only === undefined) throw new Error('SMB SaaS is there')
  const drafted = only.parameters.map((one) => (one.mode === 'score' ? { ...one, weight: 3 } : one))
  const atHand = { talksOfProfiles: true, lastProfile: { ...only, drafted } }
  test.for([
    ['double it', [SAAS, SIZE, PLACE, HIRING.replace('20', '6')]],
    ['make it a must', [SAAS, SIZE, PLACE, 'filter company hiring_velocity > 0']],
    [
      'and also exclude France',
      [SAAS, SIZE, PLACE, 'exclude company country equals FR', HIRING.replace('20', '3')],
    ],
    [
      'plus Snowflake should get 4 points',
      [SAAS, SIZE, PLACE, HIRING.replace('20', '3'), 'score 4 company tech_stack has Snowflake'],
    ],
  ] as const)('%s', ([text, expected]) => {
    expect(revised(text, atHand)).toEqual(expected)
    const found = command(text, atHand)
    expect('assumptions' in found ? found.assumptions.join() : '').toContain(
      'drafted before is in this one too',
    )
  })
})
