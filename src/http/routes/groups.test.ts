import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KINDS, plantedShop } from '#evals/bench/planted-shop.ts'
import { makeProfile } from '#domain/profiles/standing/scored.fixture.ts'
import { openWorkspace, TESTER, type TestWorkspace } from '#domain/services.fixture.ts'
import type { GroupsLine, GroupsView } from '../api.ts'
import type { SignedInEnv } from '../deps.ts'
import { groupRoutes } from './groups.ts'

let w: TestWorkspace
beforeAll(async () => {
  w = await openWorkspace()
  await w.importRows(plantedShop(2, 240, KINDS.slice(0, 2)).files)
  makeProfile(w.driver, { id: 'icp_1', name: 'Buyers', entity: 'customer', status: 'draft' })
})
afterAll(() => w.close())

const signedIn = createMiddleware<SignedInEnv>((_c, next) => next())

async function linesOf(query: string): Promise<readonly GroupsLine[]> {
  const app = new Hono<SignedInEnv>()
    .use(signedIn)
    .route('/groups', groupRoutes({ services: w.services, report: () => 'bug_1' }))
  const response = await app.request(`/groups?${query}`)
  expect(response.headers.get('content-type')).toBe('application/x-ndjson')
  return (await response.text())
    .trimEnd()
    .split('\n')
    .map((line): GroupsLine => JSON.parse(line))
}

test('how far it is arrives line by line, then groups that one proposal saves as personas', async () => {
  const lines = await linesOf('goal=raise_aov&icp=icp_1')
  const done = lines.flatMap((line) => ('done' in line ? [line.done] : []))
  expect(done.length).toBeGreaterThan(5)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  const last = lines.at(-1)
  const found: GroupsView | undefined = last !== undefined && 'found' in last ? last.found : undefined
  expect(found?.groups.map(({ code }) => code)).toMatchInlineSnapshot(`
    [
      "LATE-NIGHT-SMS-CLICKING",
      "DISCOUNT-WEEKEND-BUYERS",
    ]
  `)
  const proposal = await w.services.draft.proposal(
    {
      kind: 'create_personas',
      icpId: 'icp_1',
      personas: JSON.parse(
        JSON.stringify(
          found?.groups.map(({ name, code, parameters }) => ({ name, code, goal: 'Raise AOV', parameters })),
        ),
      ),
    },
    { actor: TESTER },
  )
  expect(proposal).toMatchObject({ kind: 'create_personas', state: 'draft' })
})

test('what goes wrong is the last line', async () => {
  expect(await linesOf('goal=fame')).toMatchObject([
    {
      error: { code: 'input', choices: ['Raise AOV', 'Win back', 'More repeat orders', 'Higher net spend'] },
    },
  ])
})
