import { expect, test } from 'vitest'
import { TEST_PROFILES } from '../../conditions/profile/scores.fixture.ts'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const ours = TEST_PROFILES.filter(({ entity }) => entity !== 'customer')
const shop = { ...situation(), profiles: () => ours }

function read(text: string): unknown {
  const found = interpret(text, shop)
  return found.kind === 'command' ? found.command : found.kind
}

test('“route inbound leads above 80 to Anna” is a rule by both scores in one', () => {
  expect(read('route inbound leads above 80 to Anna')).toEqual({
    do: 'create_route',
    name: 'Inbound leads above 80 to Anna',
    criteria: { type: 'combined_score', op: '>', value: 80 },
    owner: 'Anna',
  })
})

test.for([
  ['assign CMOs at SaaS companies to Ben Cole.', 'Ben Cole', undefined],
  [
    'route leads with a combined score of at least 70 to https://crm.example/leads',
    undefined,
    'https://crm.example/leads',
  ],
] as const)('%s', ([text, owner, url]) => {
  expect(read(text)).toMatchObject({ do: 'create_route', ...(owner && { owner }), ...(url && { url }) })
})

test('rules are listed, and customers are asked about', () => {
  expect(read('show the routing rules')).toEqual({ do: 'list_routes' })
  expect(read('route customers in Canada to Anna')).toBe('question')
})
