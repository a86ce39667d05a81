import { expect, test } from 'vitest'
import { asked, command, read } from './profiles.fixture.ts'

test.for([
  'how can I make SMB SaaS better?',
  'How could we improve SMB SaaS?',
  'improve SMB SaaS',
  'suggest improvements for the ICP SMB SaaS',
  'what should I change about SMB SaaS?',
  'any suggestions for SMB SaaS?',
  'make SMB SaaS more accurate',
])('what would make a profile better: %s', (text) => {
  expect(command(text)).toEqual({ do: 'suggest_profile', profile: 'icp_1' })
})

test('of several of one name it is asked which', () => {
  expect(asked('how can I improve Founders?')).toMatch(/^“Founders” is in several ICPs/)
  expect(command('how can I improve Founders in Enterprise?')).toEqual({
    do: 'suggest_profile',
    profile: 'per_3',
  })
})

test.for([
  ['find me an ICP in our closed-won companies', { entity: 'company' }],
  ['Discover ICPs in our won deals', { entity: 'company' }],
  ['what do our closed-won accounts have in common?', { entity: 'company' }],
  ['what do the companies that became customers have in common', { entity: 'company' }],
  ['what sets our best accounts apart?', { entity: 'company' }],
  ['what do our repeat customers have in common?', { entity: 'customer', outcome: 'repeat' }],
  ['discover an ICP among our top spenders', { entity: 'customer', outcome: 'net_spend' }],
] as const)('ICPs in outcomes: %s', ([text, expected]) => {
  expect(command(text)).toEqual({ do: 'discover_icps', ...expected })
})

test.for([
  'what do our best customers have in common?',
  'find me an ICP',
  'discover ICPs',
  'what sets our best customers apart',
])('whether companies or shoppers are meant is asked: %s', (text) => {
  expect(read(text)).toMatchObject({
    kind: 'question',
    options: [
      { label: 'companies that became customers' },
      { label: 'customers who order again' },
      { label: 'customers who spend most' },
    ],
  })
})

test.for([
  ['apply suggestion 2', 2],
  ['apply the suggestion', 1],
  ['draft the third suggestion', 3],
  ['build the first discovered ICP', 1],
] as const)('one of what was suggested is drafted: %s', ([text, nth]) => {
  expect(command(text)).toEqual({ do: 'apply_suggestion', nth })
})

test.for([
  'customers who improve',
  'show me our best customers',
  'find customers who have children',
  'make SMB SaaS live',
])('other requests stay what they are: %s', (text) => {
  const found = read(text)
  expect(JSON.stringify(found)).not.toMatch(/suggest_profile|discover_icps|apply_suggestion/)
})
