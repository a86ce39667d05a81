import { describe, expect, test } from 'vitest'
import { BANKS, command, read } from '../profiles.fixture.ts'

describe('ICPs and personas are shown', () => {
  test.for([
    ['compare SMB SaaS and Enterprise', ['icp_1', 'icp_2']],
    ['whats the difference between SMB SaaS and Banks?', ['icp_1', 'prop_1']],
    ['SMB SaaS vs Enterprise side by side please', ['icp_1', 'icp_2']],
    ['how do VP Sales and Fin Head differ?', ['per_1', 'prop_1/FIN-HEAD']],
  ] as const)('side by side: %s', ([text, profiles]) => {
    expect(command(text)).toEqual({ do: 'show_profiles', profiles })
  })

  test.for([
    'what’s in SMB SaaS?',
    'what does SMB SaaS look for',
    'which musts and preferences does SMB SaaS have',
    'what changed on SMB SaaS recently and by whom',
    'why is there nobody from Mexico in SMB SaaS?',
    'are pipeline companies counted in SMB SaaS or not?',
    'Explain it to me: what’s the SMB SaaS ICP, who falls in it, and how many?',
  ])('one: %s', (text) => {
    expect(command(text)).toEqual({ do: 'show_profile', profile: 'icp_1' })
  })

  test('but not for one by name that nobody knows', () => {
    expect(read('why is Blue Harbor Inn not in SMB SaaS?').kind).not.toBe('command')
  })

  test('all of a kind, with what they ask for', () => {
    expect(command('list the musts, preferences and excludes of every ICP in one table')).toEqual({
      do: 'show_profiles',
      profiles: ['icp_1', 'icp_2', 'prop_1'],
    })
  })

  test('in a list, whatever is asked of their states', () => {
    const all = { do: 'list_profiles', waiting: ['the ICP “Banks”', 'the persona “Fin Head”'] }
    expect(command('what ICPs do we have and which of them are live?')).toEqual(all)
  })

  test.for(['show VP Sales people in Germany', 'companies in SMB SaaS', 'how many people in VP Sales'])(
    'and who are asked for are counted: %s',
    (text) => {
      expect(read(text).kind).not.toBe('command')
    },
  )
})

describe('a job that a persona is called by', () => {
  test('is the persona where people are in it', () => {
    expect(read('people in VP Sales')).toMatchObject({
      criteria: { type: 'person_profile', kind: 'persona', profile: ['per_1'] },
      assumptions: [expect.stringContaining('read as the persona')],
    })
  })

  test('is the job elsewhere, and that there is a persona is said', () => {
    expect(read('show VP Sales people')).toMatchObject({
      kind: 'criteria',
      assumptions: expect.arrayContaining([expect.stringContaining('with the persona VP Sales')]),
    })
  })
})

describe('why somebody scores so', () => {
  test.for([
    [
      'why does “Ana Silva” score low in SMB SaaS?',
      { entity: 'person', record: 'Ana Silva', profile: 'icp_1' },
    ],
    [
      'is acme.example in SMB SaaS, and if not what’s missing?',
      { entity: 'company', record: 'acme.example', profile: 'icp_1' },
    ],
    ['what is the ICP score of acme.example', { entity: 'company', record: 'acme.example' }],
    ['does acme.example fit Banks?', { entity: 'company', record: 'acme.example', profile: BANKS.id }],
  ] as const)('%s', ([text, asked]) => {
    expect(command(text)).toEqual({ do: 'explain_score', ...asked })
  })
})
