import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

describe('how much the headcount grew, how fast they hire, and for how long somebody has a role', () => {
  test.for([
    ['headcount grew by half or more', 'have a headcount growth of at least 50%'],
    [
      'fintechs whose team grew by at least a third',
      'are in the industry Fintech and have a headcount growth of at least 33%',
    ],
    [
      'SaaS with headcount more than doubled',
      'are in the industry SaaS and have a headcount growth of more than 100%',
    ],
    [
      'SaaS, hiring faster than 15 roles',
      'are in the industry SaaS and have a hiring velocity of more than 15',
    ],
    ['SaaS with 50 staff upwards', 'are in the industry SaaS and have at least 50 employees'],
    [
      'VPs who started their job in the last six months',
      'have the seniority VP and have at most 0.5 years in the role',
    ],
    [
      'CMOs who changed jobs within the past year',
      'have a job title that means “CMO” and have at most 1 year in the role',
    ],
    [
      'in role between 18 months and 3 years, marketing',
      'have between 1.5 and 3 years in the role and have the job function Marketing',
    ],
    ['people with 6 months to 2 years in role', 'have between 0.5 and 2 years in the role'],
    [
      'everyone in marketing from VP up',
      'have the job function Marketing and have the seniority VP or above',
    ],
    [
      'Directors on up in marketing',
      'have the seniority Director or above and have the job function Marketing',
    ],
    [
      'SaaS, employees 11-50 or 201-500',
      'are in the industry SaaS and (either have between 11 and 50 employees or have between 201 and 500 employees)',
    ],
    [
      'companies with 11-50 or 51-200 staff',
      'either have between 11 and 50 employees or have between 51 and 200 employees',
    ],
    [
      'CMOs, under 1 year in seat or over 5',
      'have a job title that means “CMO” and (either have less than 1 year in the role or have more than 5 years in the role)',
    ],
    // How revenue changed is not known of companies, and nobody said that customers' spend is meant.
    ['revenue grew at least 20% last year', 'question'],
    ['their revenue increased by 20% this year', 'question'],
    [
      'customers whose revenue grew at least 20% last year',
      'spent at least 1.2 times as much last year as the year before last',
    ],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('words of a title', () => {
  test.for([
    ["anyone with 'revenue' somewhere in the title", 'have a job title containing “revenue”'],
    [
      'title has demand or growth in it',
      'either have a job title containing “demand” or have a job title containing “growth”',
    ],
    ['title exactly "VP Sales", nothing fuzzy', 'have the job title “VP Sales”'],
    ['interim CFOs', 'have a job title containing “interim” and have a job title that means “CFO”'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

describe('where people work', () => {
  test.for([
    [
      'CMOs of German manufacturers',
      'have a job title that means “CMO” and work at companies that (are in Germany and are in the industry Manufacturing)',
    ],
    [
      'CMOs at German fintechs',
      'have a job title that means “CMO” and work at companies that (are in Germany and are in the industry Fintech)',
    ],
    [
      'HR managers in French SaaS',
      'have the seniority Manager and have the job function HR and work at companies that (are in France and are in the industry SaaS)',
    ],
    [
      'CMOs in France using Snowflake',
      'have a job title that means “CMO” and are in France and work at companies that (use Snowflake)',
    ],
    [
      'C-level, companies in Germany on HubSpot',
      'have the seniority C-suite and work at companies that (are in Germany and use HubSpot)',
    ],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

test.for([
  ['headcount down 10% or worse', 'have a headcount growth of at most -10%'],
  [
    'buying committee: CFO, CMO, and a VP of engineering',
    'either have a job title that means “CFO” or “CMO” or (have the seniority VP and have the job function Engineering)',
  ],
] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))

describe('what limits only some of them', () => {
  test.for([
    [
      'everyone at VP level, but in Sales only the ones in the US',
      'have the seniority VP and (either (are not those who have the job function Sales) or are in the United States)',
    ],
    [
      'SaaS companies, but in Germany only those with 50+ staff',
      'are in the industry SaaS and (either (are not in Germany) or have at least 50 employees)',
    ],
    ['SaaS companies, but only in Germany', 'are in the industry SaaS and are in Germany'],
  ] as const)('%s', ([text, words]) => expect(read(text)).toBe(words))
})

test.for([
  ['ex-Salesforce sales people', 'earlier jobs', 'sales people'],
  ['the 50 largest fintechs in Germany', 'ranked by ICP score', 'fintechs in Germany'],
  ['VPs who clicked our October News email', 'messages to people at companies', 'VPs'],
  ['VPs with a direct dial', 'direct dials', 'VPs'],
  ['finance people aged 30 to 40', 'age of people', 'finance people'],
])(
  'what nobody knows is named, and the rest keeps those who are asked for: %s',
  ([text = '', why = '', rest = '']) => {
    const found = interpret(text, situation())
    if (found.kind !== 'refused') throw new Error(`“${text}” is read as ${found.kind}`)
    expect(found.reason).toContain(why)
    expect(found.reason).toContain(`“${rest}”`)
  },
)
