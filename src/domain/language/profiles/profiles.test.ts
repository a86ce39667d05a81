import { describe, expect, test } from 'vitest'
import { asked, command, parameters, read } from './profiles.fixture.ts'

describe('building', () => {
  test('an ICP with filters, an exclude and a preference', () => {
    const text =
      'Build an ICP for mid-market SaaS in North America with 51–500 people using Snowflake, exclude agencies, prefer companies that are hiring'
    expect(parameters(text)).toEqual([
      'filter company industry equals SaaS',
      'filter company country in CA,MX,US',
      'filter company employees between 51,500',
      'filter company tech_stack has Snowflake',
      'exclude company industry equals Agency',
      'score 1 company hiring_velocity > 0',
    ])
    expect(command(text)).toMatchObject({ name: 'Mid-market SaaS in North America' })
    expect(read(text).receipt).toContainEqual(
      expect.objectContaining({ text: ', prefer', as: 'command', meaning: 'preferred, with weight 1' }),
    )
  })

  test('a persona inside the ICP that is named', () => {
    const text = 'Add VP Sales under SMB SaaS: VP or Head of Sales, 1–3 years in role, exclude consultants'
    expect(command(text)).toMatchObject({ do: 'build_profile', name: 'VP Sales', icp: 'icp_1' })
    expect(parameters(text)).toEqual([
      'filter person title means VP Sales,Head of Sales',
      'filter person years_in_role between 1,3',
      'exclude person title means Consultant',
    ])
  })

  test.for([
    [
      'ideally hiring (weight 3) and Series B or later',
      ['score 3 company hiring_velocity > 0', 'score 1 company funding_stage >= Series B'],
    ],
    ['hiring is a plus', ['score 1 company hiring_velocity > 0']],
    [
      'bonus points for hiring, must be in Germany',
      ['filter company country equals DE', 'score 1 company hiring_velocity > 0'],
    ],
    ['5 points for hiring', ['score 5 company hiring_velocity > 0']],
    [
      'prefer hiring, exclude agencies',
      ['exclude company industry equals Agency', 'score 1 company hiring_velocity > 0'],
    ],
    [
      'exclude companies using HubSpot. Nice to have: hiring',
      ['exclude company tech_stack has HubSpot', 'score 1 company hiring_velocity > 0'],
    ],
  ] as const)('a preference is no filter, and an exclude none either: %s', ([said, expected]) => {
    expect(parameters(`Build an ICP for fintechs, ${said}`)).toEqual([
      'filter company industry equals Fintech',
      ...expected,
    ])
  })

  test('what no data can say is named, and not dropped', () => {
    const text =
      'Build an ICP for Gen Z moms buying kids gear under $100, primarily on mobile, with a preference for UGC-style content'
    expect(parameters(text)).toHaveLength(3)
    expect(command(text)).toMatchObject({
      assumptions: expect.arrayContaining([
        '“moms” is not part of it: the data says nothing about anybody’s family.',
        '“kids gear under $100” is not part of it: no product, category or brand is called so.',
        '“UGC-style content” is not part of it: no data says which kind of content somebody likes.',
      ]),
    })
    const drops = 'Build an ICP for drop-ready buyers: late-night browsers, fast converters, high CTR on SMS'
    expect(command(drops)).toMatchObject({ name: 'Drop-ready buyers' })
    // “High CTR on SMS” does not become consent to SMS.
    expect(parameters(drops)).toHaveLength(1)
    const unread = read(drops).receipt.filter(({ as }) => as === 'not accounted for')
    expect(unread.map((span) => span.text)).toEqual(['fast converters', 'high CTR on SMS'])
  })

  test('what is not understood, and a weight that is none, is asked', () => {
    expect(asked('Build an ICP for SaaS companies with purple walls')).toContain('“purple walls”')
    expect(asked('Build an ICP for SaaS, weight 0 for hiring')).toContain('from 1 to 1,000')
    expect(asked('build me an ICP from my best customers')).toContain('count as the best')
  })

  test('without “build” people are counted, and a persona of no ICP is asked about', () => {
    expect(read('companies with revenue between 10 and 50 million in Manufacturing').kind).toBe('criteria')
    expect(asked('build a persona of CMOs')).toContain('In which ICP should the persona live')
  })
})

test.for([
  ['list my ICPs', { do: 'list_profiles', waiting: ['the ICP “Banks”', 'the persona “Fin Head”'] }],
  [
    'which personas are there?',
    { do: 'list_profiles', waiting: ['the ICP “Banks”', 'the persona “Fin Head”'] },
  ],
  [
    'ask everyone in VP Sales: “What are they trying to solve right now?” one of: Pipeline, Churn',
    {
      do: 'ask_question',
      profile: 'per_1',
      text: 'What are they trying to solve right now?',
      answers: { kind: 'choice', options: ['Pipeline', 'Churn'] },
    },
  ],
  [
    'ask the persona VP Sales: do they run outbound? yes or no',
    { do: 'ask_question', profile: 'per_1', text: 'do they run outbound?', answers: { kind: 'yes_no' } },
  ],
  ['show the ICP SMB SaaS', { do: 'show_profile', profile: 'icp_1' }],
  ['rename SMB SaaS to Small SaaS', { do: 'rename_profile', profile: 'icp_1', name: 'Small SaaS' }],
  ['rename SMB SaaS to “Show and Tell”', { do: 'rename_profile', profile: 'icp_1', name: 'Show and Tell' }],
  ['set SMB SaaS live', { do: 'set_profile_status', profiles: ['icp_1'], status: 'live' }],
  [
    'please archive the persona VP Sales',
    { do: 'set_profile_status', profiles: ['per_1'], status: 'archived' },
  ],
  ['make Enterprise a draft again', { do: 'set_profile_status', profiles: ['icp_2'], status: 'draft' }],
  [
    'Clone VP Sales into SMB SaaS and Enterprise',
    { do: 'clone_persona', persona: 'per_1', icps: ['icp_1', 'icp_2'] },
  ],
  ['copy Founders in Enterprise into SMB SaaS', { do: 'clone_persona', persona: 'per_3', icps: ['icp_1'] }],
  ['clone SMB SaaS as Nordic SaaS', { do: 'clone_icp', icp: 'icp_1', name: 'Nordic SaaS' }],
  [
    'archive VP Sales and Enterprise',
    { do: 'set_profile_status', profiles: ['per_1', 'icp_2'], status: 'archived' },
  ],
  ['what changed on SMB SaaS recently and by whom', { do: 'show_profile', profile: 'icp_1' }],
  ['what’s in SMB SaaS?', { do: 'show_profile', profile: 'icp_1' }],
  ['delete the persona VP Sales', { do: 'delete_profile', profile: 'per_1', withPersonas: false }],
  ['delete SMB SaaS with its personas', { do: 'delete_profile', profile: 'icp_1', withPersonas: true }],
] as const)('“%s” is a command', ([text, expected]) => {
  expect(command(text)).toEqual(expected)
})

test('of several of one name it is asked which, and so is a name that nothing has', () => {
  expect(asked('archive Founders')).toContain('is in several ICPs: SMB SaaS and Enterprise')
  expect(asked('delete the ICP Foo')).toContain('There is no ICP or persona “Foo”')
  expect(asked('clone VP Sales into Foo')).toContain('There is no ICP “Foo”')
})
