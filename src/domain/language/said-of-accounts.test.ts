import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('what is said of some of those who were named is not said of the others', () => {
  test.for([
    [
      'SaaS or Fintech, but if Fintech then Series B+',
      'either are in the industry SaaS or (are in the industry Fintech and are at the funding stage Series B or later)',
    ],
    [
      'SaaS or fintech, fintechs only if hiring',
      'either are in the industry SaaS or (are in the industry Fintech and have a hiring velocity of more than 0)',
    ],
    [
      'SaaS in the US or Canada, Canadian ones with at least 100 people',
      'are in the industry SaaS and (either are in the United States or (are in Canada and have at least 100 employees))',
    ],
    [
      'customers in France or Germany, German ones only with 2+ orders',
      'either are in France or (are in Germany and ordered at least 2 times)',
    ],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('one of two, and two lists', () => {
  const ONE =
    'either (use Snowflake but not those that use HubSpot) or (use HubSpot but not those that use Snowflake)'
  test.for([
    ['companies on Snowflake or HubSpot but not both', ONE],
    ['exactly one of Snowflake and HubSpot', ONE],
    ['fintechs on Snowflake or HubSpot but not both', `are in the industry Fintech and (${ONE})`],
    [
      'companies that use Snowflake and dbt, or HubSpot and Salesforce',
      'either (use Snowflake and use dbt) or (use HubSpot and use Salesforce)',
    ],
    ['SaaS in DE AT CH', 'are in the industry SaaS and are in Germany, Austria or Switzerland'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('vague words are not asked about where a figure says what they mean', () => {
  test.for([
    [
      'mid-size SaaS companies (100 to 1000)',
      'are in the industry SaaS and have between 100 and 1,000 employees',
    ],
    ['midsize SaaS (50-500 people)', 'are in the industry SaaS and have between 50 and 500 employees'],
    ['enterprise (1000+) on Snowflake', 'have at least 1,000 employees and use Snowflake'],
    ['early-stage, i.e. seed or A', 'are at the funding stage Seed or Series A'],
    ['growth-stage companies, meaning Series B or C', 'are at the funding stage Series B or Series C'],
    [
      'seasoned marketers (10+ years)',
      'have the job function Marketing and have at least 10 years of experience',
    ],
    ['marketers, 10+ years', 'question'],
    ['people who lead data', 'question'],
    [
      'people who run marketing, directors and up',
      'have the job function Marketing and have the seniority Director or above',
    ],
    ['small fintechs', 'question'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('what nothing holds of companies and people', () => {
  test.for([
    ['marketers who frob the quux', 'marketers'],
    ['SaaS companies with a podcast in Germany', 'SaaS companies in Germany'],
  ] as const)('%s: says what is known, and offers the rest', ([text, rest]) => {
    const found = interpret(text, situation())
    expect(found).toMatchObject({
      kind: 'question',
      question: expect.stringContaining('these are known: '),
      options: [{ text: rest, label: expect.stringContaining('only the rest, without') }],
    })
  })

  test.for([
    ['marketers who speak German', '“speak German”', '“marketers”'],
    ['VP Sales with a team of more than 10', '“with a team of more than 10”', '“VP Sales”'],
    ['profitable SaaS companies', '“profitable”', '“SaaS companies”'],
  ] as const)('%s: is named, and the rest beside it', ([text, named, rest]) => {
    const found = interpret(text, situation())
    expect(found.kind === 'refused' && found.reason).toContain(named)
    expect(found.kind === 'refused' && found.reason).toContain(`The rest can be counted by itself: ${rest}.`)
  })
})

describe('what limits nobody is passed over, and is said to be', () => {
  const LARGE = 'are in the industry SaaS and have at least 50 employees'
  test.for([
    ['SaaS, 50+ employees, any country', LARGE],
    ['all industries, Germany, hiring', 'are in Germany and have a hiring velocity of more than 0'],
    ['SaaS (any country), 50+ employees', LARGE],
    ['SaaS worldwide with 50+ employees', LARGE],
    ['SaaS, funding stage doesn’t matter, 50+ employees, rest is fair game', LARGE],
    ['anything with 50+ employees, no matter the industry', 'have at least 50 employees'],
    ['fintechs regardless of size', 'are in the industry Fintech'],
    ['VPs wherever they are, any function', 'have the seniority VP'],
    ['no restrictions on country, VPs', 'have the seniority VP'],
    ['women of any age in France', 'have the gender female and are in France'],
    ['any country but France, SaaS', 'are in the industry SaaS but are not in France'],
    [
      'all industries except SaaS and Agency, in Germany, 50+ people',
      'are in Germany and have at least 50 employees but are not in the industry SaaS or Agency',
    ],
    [
      'skip SaaS and anything in Germany; everything else is fine',
      'are not those that either are in the industry SaaS or are in Germany',
    ],
    // What is at hand is taken back by it.
    ['everywhere else', 'question'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))

  test('“worldwide” takes back where companies are', () => {
    const at = situation({ type: 'company', field: 'country', op: 'equals', value: 'DE' })
    expect(interpret('SaaS, worldwide', at).kind).toBe('question')
  })
})

describe('whom a question asks for', () => {
  test.for([
    [
      'Who are the data managers in Canada?',
      'have the seniority Manager and have the job function Data and are in Canada',
    ],
    [
      'who are the VPs at SaaS companies',
      'have the seniority VP and work at companies that (are in the industry SaaS)',
    ],
    ['what are the fintechs in Germany', 'are in the industry Fintech and are in Germany'],
    ['could you set up something for VPs in Canada', 'have the seniority VP and are in Canada'],
    ['VPs newer than 6 months in role', 'have the seniority VP and have less than 0.5 years in the role'],
    [
      'SaaS, 50+ employees, in Germany, sorry, 100+',
      'are in the industry SaaS and are in Germany and have at least 100 employees',
    ],
    ['customers who spend more than average', 'question'],
    ['spent more than the average customer', 'question'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('jobs that are listed, and so many of what is listed', () => {
  const EITHER =
    'either have a job title that means “CMO” or (have the seniority VP and have the job function Finance)'
  const LONG = `(${EITHER}) and have at least 15 years of experience`
  test.for([
    ['CMOs and finance VPs, 15+ years of experience', LONG],
    ['CMOs and finance VPs with 15+ years of experience', LONG],
    // Whether all of them or the last is asked.
    ['CMOs, and VPs of Finance if they have got 15+ years of experience', 'question'],
    [
      'VPs of Finance, finance directors and CMOs, in Germany',
      '(either (have the seniority VP and have the job function Finance) or (have the seniority Director and have the job function Finance) or have a job title that means “CMO”) and are in Germany',
    ],
    [
      'fintechs with none of Snowflake, dbt or HubSpot',
      'are in the industry Fintech but not those that (either use Snowflake or use dbt or use HubSpot)',
    ],
    [
      'fintechs that must use all three of Snowflake, dbt and HubSpot',
      'are in the industry Fintech and use Snowflake and use dbt and use HubSpot',
    ],
    [
      'any two of Snowflake, dbt and HubSpot, fintech',
      '(either (use Snowflake and use dbt) or (use Snowflake and use HubSpot) or (use dbt and use HubSpot)) and are in the industry Fintech',
    ],
    ['fintechs that haven’t got Snowflake', 'are in the industry Fintech but not those that use Snowflake'],
    [
      'in any two of VIP, Newsletter and At Risk EU',
      'either (are on the list VIP and are on the list Newsletter) or (are on the list VIP and are on the list “At Risk EU”) or (are on the list Newsletter and are on the list “At Risk EU”)',
    ],
    [
      'in none of VIP, Newsletter and At Risk EU',
      'are not those who either are on the list VIP or are on the list Newsletter or are on the list “At Risk EU”',
    ],
    [
      'in all three of VIP, Newsletter and At Risk EU',
      'are on the list VIP and are on the list Newsletter and are on the list “At Risk EU”',
    ],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})
