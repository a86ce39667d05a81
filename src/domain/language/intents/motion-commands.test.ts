import { expect, test } from 'vitest'
import { TEST_PROFILES } from '../../conditions/profile/scores.fixture.ts'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const ours = TEST_PROFILES.filter(({ entity }) => entity !== 'customer')
const shop = { ...situation(), profiles: () => ours }

/** `channel: words of the base; so many each; cap` and how it was read. */
function read(text: string): readonly string[] {
  const found = interpret(text, shop)
  if (found.kind !== 'command') return [found.kind, 'question' in found ? found.question : '']
  const { command } = found
  if (command.do !== 'create_audience') return [command.do]
  const { channel, criteria, committee, cap, assumptions } = command
  return [
    `${channel}: ${JSON.stringify(criteria)}`,
    ...(committee === undefined ? [] : [`${committee} each`]),
    ...(cap === undefined ? [] : [`${cap.customers} ${cap.order}`]),
    ...assumptions,
  ]
}

const SALES =
  'Nobody named a channel: this is a list for sales, for which no address is needed. “By e-mail” would keep those who have an e-mail address.'
const both = (op: string, value: number) =>
  `{"all":[{"type":"person_profile","kind":"icp","op":"${op}","value":${value}},{"type":"person_profile","kind":"persona","op":"${op}","value":${value}}]}`
const best = (top: number) => `{"type":"works_at","company":{"type":"company_rank","by":"icp","top":${top}}}`
const COMMITTEE =
  'The top accounts are those with the highest ICP score; their buying committee are the people there with the highest persona scores.'
const VPS =
  '{"all":[{"type":"person","field":"seniority","op":"equals","value":"VP"},{"type":"person","field":"function","op":"equals","value":"Sales"}]}'

test.for([
  ['make an audience of people with ICP and persona above 60', [`sales: ${both('>', 60)}`, SALES]],
  [
    'make an email audience of people with ICP and persona scores of at least 60',
    [`email: ${both('>=', 60)}`],
  ],
  [
    'create an audience of companies with an ICP score over 80, at most 20',
    [
      'sales: {"type":"company_profile","kind":"icp","op":">","value":80}',
      '20 icp',
      'Nobody said which 20 stay: they are those with the highest ICP score.',
    ],
  ],
  [
    'top 50 accounts with their buying committee',
    [
      `sales: ${best(50)}`,
      '5 each',
      COMMITTEE,
      'Nobody said how many people at each account: at most 5.',
      SALES,
    ],
  ],
  [
    'make an e-mail audience from the top 20 accounts and their buying committees, at most 3 people each',
    [`email: ${best(20)}`, '3 each', COMMITTEE],
  ],
  [
    'buying committees of our 10 best companies up to 2 per account',
    [`sales: ${best(10)}`, '2 each', COMMITTEE, SALES],
  ],
  [
    'VPs of Sales first, then by ICP score, 500 at most',
    [
      `sales: ${VPS}`,
      '500 persona',
      '“First” is read as: these people alone, those with the highest persona score first, equal ones by the ICP score of their company.',
      SALES,
    ],
  ],
  [
    'make a sales audience of people with a combined score over 80, at most 100 by combined score',
    ['sales: {"type":"combined_score","op":">","value":80}', '100 combined'],
  ],
] as const)('%s', ([text, wanted]) => {
  expect(read(text)).toEqual(wanted)
})

test('customers without a channel are a segment', () => {
  expect(read('make an audience of customers in Canada')[0]).toBe('criteria')
})
