import { describe, expect, test } from 'vitest'
import { asked, command, parameters, read } from './profiles.fixture.ts'

describe('a profile is built', () => {
  test.for([
    ['ICP "Stack Owners". Using Snowflake', { name: 'Stack Owners' }],
    ['new icp please -> Nordic Banks. fintech companies', { name: 'Nordic Banks' }],
    ['Create an ICP named Celtic: fintech. nothing else for now', { name: 'Celtic' }],
    ['Warehouse Fans = ICP. Using Snowflake', { name: 'Warehouse Fans' }],
    ['Set up Momentum as a company ICP. Fintech companies', { name: 'Momentum' }],
    ['I need a Care Home ICP for the sales team. Fintech in Germany', { name: 'Care Home' }],
    ['icp: fintech, Germany. name=MoneyDE', { name: 'MoneyDE' }],
    ['fintech companies in Germany. Set that up as an ICP, I’d call it Money Core', { name: 'Money Core' }],
    ['fintech companies in Germany. It’s an ICP, call it Coin', { name: 'Coin' }],
    ['Build an ICP called SMB SaaS Two for fintech companies in Germany', { name: 'SMB SaaS Two' }],
    ['Build an ICP called Women in Tech: fintech in Germany', { name: 'Women in Tech' }],
    ['Under Enterprise add Money Holders: CFO or VP Finance', { name: 'Money Holders', icp: 'icp_2' }],
    ['persona inside Enterprise: CMOs in Germany', { icp: 'icp_2' }],
    ['Enterprise persona "Fresh": CMOs in Germany', { name: 'Fresh', icp: 'icp_2' }],
    ['SMB SaaS / persona / Makers. CMOs', { name: 'Makers', icp: 'icp_1' }],
    ['SMB SaaS needs a security buyer as well. CMOs. Name: Guard', { name: 'Guard', icp: 'icp_1' }],
    ['add CMOs under Enterprise', { icp: 'icp_2' }],
    ['Sales managers in the UK, under SMB SaaS. Exclude CMOs', { icp: 'icp_1' }],
    ['CFO or VP Finance, Enterprise, name it Money Holders', { name: 'Money Holders', icp: 'icp_2' }],
    ['need persona: CMOs in Enterprise', { icp: 'icp_2' }],
    ['Enterprise: CFO or VP Finance', { icp: 'icp_2' }],
  ] as const)('%s', ([text, expected]) => {
    expect(command(text)).toMatchObject({ do: 'build_profile', ...expected })
  })

  test.for([
    ['ICP for SaaS in the UK', {}],
    ['create an ICP called Pods for Offices. fintech in Germany', { name: 'Pods for Offices' }],
    ['ICP: Mega. fintech in Germany', { name: 'Mega' }],
    ['an ICP for fintech in Germany. Please call it Push and keep it as draft for now', { name: 'Push' }],
    [
      "make icp 4 fintech in Germany, prefer hiring, name 'German Coin', set it live right away",
      { name: 'German Coin' },
    ],
    ['fintech in Germany, hiring is a plus. Name: Coin Makers', { name: 'Coin Makers' }],
  ] as const)('with all that is said of its name and status: %s', ([text, expected]) => {
    expect(command(text)).toMatchObject({ do: 'build_profile', ...expected })
  })

  test('what nothing reads can be left out, and likeness is asked about', () => {
    expect(read('ICP: fintech, more than 50 trucks is a must')).toMatchObject({
      kind: 'question',
      options: [{ label: expect.stringContaining('without') }],
    })
    expect(asked('Build an ICP for companies like HubSpot')).toContain(
      'does not say which companies are alike',
    )
    expect(asked('ICP: fintech, prefer high hiring velocity')).toContain('How fast do they hire')
    expect(asked('ICP: insurers in Germany')).toContain('No company of the data is in the industry')
  })

  test.for([
    ['ICP: customers who spent over $500 and live in France', 'Customers who spent over $500'],
    ['ICP: companies with revenue over $10m', 'Companies with revenue over $10m'],
    ['ICP: strongly prefer fintech', 'Fintech'],
  ] as const)('a name is made of whom it is about: %s', ([text, name]) => {
    expect(command(text)).toMatchObject({ name })
  })

  test('how often somebody ordered is no weight', () => {
    expect(parameters('Build an ICP of customers who ordered more than twice and spent over $200')).toEqual([
      'filter orders count > 2',
      'filter orders spend > 200',
    ])
    expect(parameters('ICP of customers who ordered three times')).toEqual(['filter orders count >= 3'])
  })

  test.for([
    'fintech in Germany, must use Salesforce, bonus if they are hiring',
    'fintech companies in Germany on Salesforce, extra points for hiring',
    'fintech companies in Germany that use Salesforce, preferably hiring',
  ])('companies with preferences are an ICP: %s', (text) => {
    expect(parameters(text)).toEqual([
      'filter company industry equals Fintech',
      'filter company country equals DE',
      'filter company tech_stack has Salesforce',
      'score 1 company hiring_velocity > 0',
    ])
  })

  test.for([
    'Nice-to-haves: Salesforce, hiring. Must-haves: fintech, Germany.',
    'fintech in Germany; Salesforce counts as a bonus; hiring is a plus',
    'give extra points for Salesforce and for hiring; only fintech companies in Germany qualify',
    'fintech companies in Germany, and I’d rank those on Salesforce first; hiring would be nice to have',
    'fintech in Germany. Companies on Salesforce come first. Hiring is a bonus.',
  ])('how something counts, in front of it and behind: %s', (text) => {
    expect(parameters(text).toSorted()).toEqual([
      'filter company country equals DE',
      'filter company industry equals Fintech',
      'score 1 company hiring_velocity > 0',
      'score 1 company tech_stack has Salesforce',
    ])
  })

  test('points that are got, and what does not qualify', () => {
    expect(
      parameters(
        'fintech, HubSpot users get double points, Salesforce users single; Germany does not qualify',
      ),
    ).toEqual([
      'filter company industry equals Fintech',
      'exclude company country equals DE',
      'score 2 company tech_stack has HubSpot',
      'score 1 company tech_stack has Salesforce',
    ])
    expect(parameters('fintech; HubSpot gets 2 points, Salesforce 1')).toContain(
      'score 1 company tech_stack has Salesforce',
    )
  })

  test('of those whom it says it is about', () => {
    expect(parameters('ICP over our shoppers, name it Mademoiselle: women in France')).toEqual([
      'filter gender equals female',
      'filter country equals FR',
    ])
    expect(parameters('ICP over our companies: in Germany, prefer hiring')).toEqual([
      'filter company country equals DE',
      'score 1 company hiring_velocity > 0',
    ])
  })

  test('the words before “ICP” describe it where all of them can be read', () => {
    expect(parameters('build me a fintech ICP in Germany')).toEqual([
      'filter company industry equals Fintech',
      'filter company country equals DE',
    ])
  })

  test('and what comes with it later is said', () => {
    const text = 'New ICP Coin (fintech in Germany) and inside it a persona Bosses: CFOs'
    expect(parameters(text)).toHaveLength(2)
    expect(command(text)).toMatchObject({
      name: 'Coin',
      assumptions: [expect.stringContaining('add a persona under Coin')],
    })
    const both = 'I want the same persona in both SMB SaaS and Enterprise: Money = CFOs'
    expect(command(both)).toMatchObject({
      name: 'Money',
      icp: 'icp_1',
      assumptions: expect.arrayContaining([expect.stringContaining('clone it into Enterprise')]),
    })
  })

  test.for([
    'companies with an ICP score of at least 60',
    'ICP score over 60',
    'persona: VP Sales',
    'which ICPs are there',
    'how many fintech companies in Germany',
  ])('and not by “%s”', (text) => {
    expect(read(text)).not.toMatchObject({ command: { do: 'build_profile' } })
  })

  test('nowhere but in an ICP that is there', () => {
    expect(asked('put a persona called Boss under Old Giants: CFOs')).toContain(
      'There is no ICP “Old Giants”',
    )
    expect(asked('Add a sub-persona under VP Sales for those in Germany')).toContain('live inside ICPs')
    expect(asked('two ICPs please. 1) Garage: fintech 2) Scale: SaaS')).toContain('One at a time')
  })
})

describe('how things count', () => {
  test.for([
    ['prefer hiring, weight 20', ['score 20 company hiring_velocity > 0']],
    ['hiring, weight 20', ['score 20 company hiring_velocity > 0']],
    ['hiring worth 30 points', ['score 30 company hiring_velocity > 0']],
    ['give hiring companies a preference of 15', ['score 15 company hiring_velocity > 0']],
    [
      'must: HubSpot. score 10: hiring',
      ['filter company tech_stack has HubSpot', 'score 10 company hiring_velocity > 0'],
    ],
    ['score 10: hiring', ['score 10 company hiring_velocity > 0']],
    ['strongly prefer hiring', ['score 3 company hiring_velocity > 0']],
    ['ideally hiring but not a must', ['score 1 company hiring_velocity > 0']],
    ['hiring is a must', ['filter company hiring_velocity > 0']],
    ['must have: hiring', ['filter company hiring_velocity > 0']],
    ['agencies out', ['exclude company industry equals Agency']],
    ['agencies -> out', ['exclude company industry equals Agency']],
    ['no HubSpot -> out', ['filter company tech_stack has HubSpot']],
    ['Salesforce w 5', ['score 5 company tech_stack has Salesforce']],
    ['Salesforce is a plus, 3 points', ['score 3 company tech_stack has Salesforce']],
    ['Salesforce (nice, weight 2)', ['score 2 company tech_stack has Salesforce']],
    ['Salesforce +5', ['score 5 company tech_stack has Salesforce']],
    ['Salesforce preferred, not required', ['score 1 company tech_stack has Salesforce']],
    ['if hiring it is a big plus', ['score 3 company hiring_velocity > 0']],
    ['double weight for hiring', ['score 2 company hiring_velocity > 0']],
    ['hiring - prefer heavy', ['score 3 company hiring_velocity > 0']],
    [
      'prefer HubSpot (weight 3), Salesforce (weight 2)',
      ['score 3 company tech_stack has HubSpot', 'score 2 company tech_stack has Salesforce'],
    ],
    [
      'Prefer: HubSpot 3, series A-C 2',
      [
        'score 2 (company funding_stage >= Series A & company funding_stage <= Series C)',
        'score 3 company tech_stack has HubSpot',
      ],
    ],
    ['Salesforce must', ['filter company tech_stack has Salesforce']],
    ['exclude customers', ['exclude company relationship equals customer']],
    ['not already customers', ['exclude company relationship equals customer']],
    ['that we don’t already sell to', ['exclude company relationship equals customer']],
    ['never anybody who churned', ['exclude company relationship equals churned']],
    [
      'hard no: churned, agencies',
      ['exclude company industry equals Agency', 'exclude company relationship equals churned'],
    ],
    ['exclude: nothing', []],
    ['headcount growth > 20 is a plus', ['score 1 company headcount_growth > 0.2']],
    [
      'kick out agencies, US only',
      ['filter company country equals US', 'exclude company industry equals Agency'],
    ],
  ] as const)('%s', ([said, expected]) => {
    expect(parameters(`Build an ICP: using Snowflake, ${said}`).toSorted()).toEqual(
      ['filter company tech_stack has Snowflake', ...expected].toSorted(),
    )
  })

  test('headings, one part a line', () => {
    const text =
      'ICP called Makers.\nMust:\n- fintech\n- Germany, France or Italy\nNice (weight 4):\n- HubSpot\n- hiring\nNo:\n- customers\n- agencies'
    expect(command(text)).toMatchObject({ name: 'Makers' })
    expect(parameters(text)).toEqual([
      'filter company industry equals Fintech',
      'filter company country in DE,FR,IT',
      'exclude company relationship equals customer',
      'exclude company industry equals Agency',
      'score 4 company tech_stack has HubSpot',
      'score 4 company hiring_velocity > 0',
    ])
    expect(parameters('ICP Soft: nothing mandatory. fintech (5), Germany (3)')).toEqual([
      'score 5 company industry equals Fintech',
      'score 3 company country equals DE',
    ])
  })

  test('a level and a function are one job', () => {
    expect(parameters('add persona Ops under Enterprise: Finance, Director or Manager')).toHaveLength(2)
    expect(
      parameters('add persona Ops under Enterprise: title contains buyer or sourcing, Director+'),
    ).toEqual([expect.stringContaining('contains'), 'filter person seniority >= Director'])
  })

  test('what nobody can meet together is asked', () => {
    expect(asked('Build an ICP: fintech with more than 200 and less than 100 employees')).toContain(
      'No company can meet both',
    )
    expect(asked('Build an ICP: SaaS only, give Fintech companies a preference of 30')).toContain(
      'No company can meet both',
    )
    expect(asked('Build an ICP: fintech in Germany, exclude Germany and France')).toContain(
      'Nobody could fit',
    )
  })
})

describe('shoppers as people picture them', () => {
  const moms =
    'Gen Z moms buying kids gear under $100, primarily on mobile, with a preference for UGC-style content'
  test('are a segment or an ICP: what the data can’t say is named, and it is asked which', () => {
    const found = read(moms)
    expect(found).toMatchObject({
      kind: 'question',
      question: expect.stringContaining('“moms” is not part of it'),
      options: [{ label: 'the customers, for a segment' }, { text: `Build an ICP for ${moms}` }],
    })
  })

  test('are an ICP where the conversation is about profiles', () => {
    expect(command(moms, { talksOfProfiles: true })).toMatchObject({ do: 'build_profile' })
    expect(
      parameters('drop-ready buyers: late-night browsers, fast converters, high CTR on SMS', {
        talksOfProfiles: true,
      }),
    ).toHaveLength(1)
  })
})

describe('several things at once', () => {
  test('are done one after the other', () => {
    const found = read('Enterprise is ready, set it live, and SMB SaaS can go to the archive')
    expect(found).toMatchObject({
      kind: 'question',
      options: [{ text: 'set the ICP Enterprise live' }, { text: 'archive SMB SaaS' }],
    })
    expect(command('we don’t need the VP Sales persona anymore, get rid of it')).toEqual({
      do: 'delete_profile',
      profile: 'per_1',
      withPersonas: false,
    })
  })

  test('and what can’t be one step is said in steps', () => {
    expect(asked('Clone Enterprise as Abroad, keep everything, just exclude Germany')).toContain(
      'comes second',
    )
    expect(asked('move VP Sales from SMB SaaS over to Enterprise')).toContain(
      'is copied into “Enterprise” first',
    )
  })
})
