import { describe, expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { asked, BANKS, command, read } from './profiles.fixture.ts'

const atHand = { talksOfProfiles: true, lastProfile: BANKS }

/** The parameters that the draft has from then on. */
function revised(text: string): readonly string[] {
  const found = command(text, atHand)
  if (found.do !== 'revise_profile') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  expect(found.profile).toBe('prop_1')
  return found.parameters.map((one) =>
    [one.mode, ...(one.mode === 'score' ? [one.weight] : []), situation().describe(one.criteria)].join(' '),
  )
}

const FINTECH = 'filter company industry equals Fintech'
const SIZE = 'filter company employees between 50,500'
const FRANCE = 'exclude company country equals FR'
const HUBSPOT = 'score 3 company tech_stack has HubSpot'
const HIRING = 'score 1 company hiring_velocity > 0'

describe('a draft is changed by what is said of it next', () => {
  test.for([
    ['raise the cap to 750', [FINTECH, SIZE.replace('500', '750'), FRANCE, HUBSPOT, HIRING]],
    [
      'swap HubSpot for Salesforce',
      [FINTECH, SIZE, FRANCE, HUBSPOT.replace('HubSpot', 'Salesforce'), HIRING],
    ],
    ['remove the employees condition entirely', [FINTECH, FRANCE, HUBSPOT, HIRING]],
    [
      'make HubSpot a hard requirement instead of preferred',
      [FINTECH, SIZE, FRANCE, HIRING, HUBSPOT.replace('score 3', 'filter')],
    ],
  ] as const)('%s', ([text, expected]) => expect(new Set(revised(text))).toEqual(new Set(expected)))

  test.for(['companies in Germany using HubSpot', 'how many are in Germany?', 'which of them use HubSpot'])(
    'and not by “%s”, which asks',
    (text) => {
      expect(read(text, atHand)).not.toMatchObject({ command: { do: 'revise_profile' } })
    },
  )

  test('in what, where that is not said, is asked', () => {
    const found = read('make it stricter', atHand)
    expect(found).toMatchObject({ kind: 'question', question: expect.stringContaining('What of “Banks”') })
  })

  test('another draft of the same name is no change of it', () => {
    expect(asked('create icp "Banks": SaaS companies')).toContain('is drafted already')
  })

  test('a persona lives where the conversation is, and that is said', () => {
    expect(command('create persona Econ Buyer: CFOs', atHand)).toMatchObject({
      do: 'build_profile',
      icp: 'prop_1',
      assumptions: expect.arrayContaining(['It lives in the ICP “Banks”, the one spoken of last.']),
    })
  })
})

describe('questions about what there is', () => {
  test.for([
    ['list personas in SMB SaaS', ['per_1', 'per_2']],
    ['which personas does Banks have?', ['prop_1/FIN-HEAD']],
    ['any ICP named enter something?', ['icp_2']],
    ['is there an ICP called Banks', ['prop_1']],
    ['is there an ICP called Nordics', []],
    ['list ICPs that mention HubSpot anywhere', ['prop_1']],
    ['which ICPs exclude France', ['prop_1']],
    ['list my live ICPs', ['icp_1', 'icp_2']],
    ['how many companies are in each ICP', ['icp_1', 'icp_2', 'prop_1']],
  ] as const)('%s', ([text, ids]) => {
    expect(command(text)).toMatchObject({ do: 'count_profiles', ids })
  })

  test.for([
    ['which ICP is the biggest?', ['icp_1', 'icp_2', 'prop_1'], 'largest'],
    ['which persona has fewer people, VP Sales or Fin Head', ['per_1', 'prop_1/FIN-HEAD'], 'smallest'],
  ] as const)('%s', ([text, ids, ask]) => {
    expect(command(text)).toMatchObject({ do: 'count_profiles', ids, ask })
  })
})

describe('who fits several', () => {
  test.for([
    ['how many companies fit both SMB SaaS and Banks', 'all'],
    ['companies in either SMB SaaS or Banks', 'any'],
    ['people who fit both VP Sales and Fin Head', 'all'],
  ])('%s', ([text = '', joined = '']) => {
    const found = read(text)
    expect(found.kind === 'criteria' && Object.keys(found.criteria)).toEqual([joined])
    expect(found.kind === 'criteria' && found.assumptions.join(' ')).toContain('musts and excludes')
  })
})

describe('who would be in a draft, and who would score so', () => {
  const words = (text: string) => {
    const found = read(text)
    if (found.kind !== 'criteria') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
    expect(found.assumptions).toContainEqual(expect.stringContaining('is not live'))
    return JSON.stringify(found.criteria)
  }

  test('by name, inside the ICP', () => {
    expect(words('companies in Banks')).toContain('"Fintech"')
    expect(words('companies in Banks')).toContain('"none"')
    expect(words('who is in persona Fin Head')).toMatch(/works_at.*"Fintech".*"Director"/)
  })

  test('by score', () => {
    expect(words('companies scoring 75 or more in Banks')).toContain('"HubSpot"')
    expect(words('companies scoring 75 or more in Banks')).not.toContain('hiring_velocity')
  })

  test('no score that none can have is asked for', () => {
    expect(read('companies with a score between 30 and 60 in Banks')).toMatchObject({ kind: 'refused' })
  })
})
