import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '#domain/services.fixture.ts'
import type { Motions, Routing } from '../api.ts'
import { motionRoutes } from './motions.ts'
import { routingRoutes } from './routing.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  makeProfile(w.driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(w.driver, { id: 'per_2', name: 'VP Sales', icpId: 'icp_1' })
})
afterAll(() => w.close())

test('motions are offered by whom they are of', async () => {
  const motions = async (entity: string) => {
    const response = await motionRoutes(w).request(`/?entity=${entity}`)
    const { motions: found }: Motions = JSON.parse(await response.text())
    return found.map(({ id }) => id)
  }
  expect(await motions('person')).toEqual(['both_scores', 'account_based', 'volume_outbound', 'inbound'])
  expect(await motions('customer')).toEqual(['both_scores'])
})

test('routing rules are listed with their words and their deliveries', async () => {
  const { id, contentHash, count } = await w.services.draft.proposal(
    {
      kind: 'create_routing_rule',
      name: 'VPs',
      definition: {
        entity: 'person',
        criteria: { type: 'person', field: 'seniority', op: 'equals', value: 'VP' },
        to: { type: 'owner', owner: 'Anna' },
      },
      present: true,
    },
    { actor: TESTER },
  )
  await w.decisions.confirm({
    proposalId: id,
    contentHash,
    actor: w.approver,
    ...(count === null ? {} : { typedCount: count }),
  })
  await w.routingJobs.due({})
  const response = await routingRoutes(w).request('/?state=done')
  const { rules, deliveries }: Routing = JSON.parse(await response.text())
  expect(rules).toMatchObject([{ name: 'VPs', words: 'have the seniority VP', tally: { done: 1 } }])
  expect(deliveries).toMatchObject([{ rule: 'VPs', record: 'L1', to: 'Anna', state: 'done' }])
})
