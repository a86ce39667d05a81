import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS, plantedShop } from '#evals/bench/planted-shop.ts'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { openTools, type TestTools } from '../context.fixture.ts'
import { buildPersona } from './build-persona.ts'
import { findGroups } from './find-groups.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  await t.importRows(plantedShop(1, 260, KINDS.slice(0, 2)).files)
  makeProfile(t.driver, { id: 'icp_1', name: 'Buyers', entity: 'customer' })
})
afterAll(() => t.close())

test('groups are told in figures, each with the parameters that save it as a persona', async () => {
  const { content, details } = await findGroups.handler({ goal: 'raise_aov', icp_id: 'Buyers' }, t.ctx)
  expect(content.replaceAll(/prev_\d+/g, 'prev_N')).toMatchInlineSnapshot(`
    "Groups in the ICP ⟦Buyers⟧ (icp_1) for the goal “Raise AOV”
    2 groups among 260 customers with 3 orders or more, told apart more clearly than chance does (silhouette 0.40; the same data without groups reaches 0.28).
    1. ⟦Late-night SMS-clicking buyers⟧: 122 customers (47 %)
      - ⟦86% of orders between 22:00 and 05:00 (others 10%)⟧
      - ⟦8.2 clicks in SMS (others 0.9)⟧
      - ⟦26% of orders with a discount (others 86%)⟧
      - ⟦28% of spend on Tea (others 85%)⟧
      - ⟦28% of orders on Saturday or Sunday (others 83%)⟧
      - average order $79.77 (others $30.49; the difference is +$47.73 to +$50.85 with 95% confidence)
      - found again in parts of the data: 100%; its filters find 121 customers: 99% of them belong to it, and 98% of it are among them
      - parameters: [{"preview_id":"prev_N","mode":"filter"},{"preview_id":"prev_N","mode":"filter"},{"preview_id":"prev_N","mode":"score","weight":7},{"preview_id":"prev_N","mode":"score","weight":7},{"preview_id":"prev_N","mode":"score","weight":7}]
    2. ⟦Discount Tea buyers⟧: 138 customers (53 %)
      - ⟦10% of orders between 22:00 and 05:00 (others 86%)⟧
      - ⟦0.9 clicks in SMS (others 8.2)⟧
      - ⟦86% of orders with a discount (others 26%)⟧
      - ⟦85% of spend on Tea (others 28%)⟧
      - ⟦83% of orders on Saturday or Sunday (others 28%)⟧
      - average order $30.49 (others $79.77; the difference is −$50.85 to −$47.73 with 95% confidence)
      - found again in parts of the data: 100%; its filters find 137 customers: 99% of them belong to it, and 99% of it are among them
      - parameters: [{"preview_id":"prev_N","mode":"filter"},{"preview_id":"prev_N","mode":"filter"},{"preview_id":"prev_N","mode":"filter"},{"preview_id":"prev_N","mode":"score","weight":7}]"
  `)
  const [best] = details.groups
  const drafted = await buildPersona.handler(
    { icp_id: 'Buyers', name: 'Owls', goal: details.goal.name, parameters: best?.parameters ?? [] },
    t.ctx,
  )
  expect(drafted.details.proposal).toMatchObject({ kind: 'create_persona', count: best?.finds })
})

test('a goal is one of a few, and a persona has no groups inside', async () => {
  await expect(t.call(findGroups, { goal: 'fame' })).rejects.toMatchObject({ path: ['goal'] })
  makeProfile(t.driver, { id: 'icp_2', name: 'SMB SaaS' })
  await expect(t.call(findGroups, { goal: 'win_back', icp_id: 'SMB SaaS' })).rejects.toThrow(
    '“SMB SaaS” is about companies: groups are found in what customers buy',
  )
})
