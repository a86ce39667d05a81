import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

test('lists where the data comes from, and each number says how fresh that is', async () => {
  expect((await home.run(['sources'])).err).toContain('Nothing came yet')
  const file = join(home.folder, 'customers.csv')
  writeFileSync(file, 'id,country,created_at\nc1,CA,2025-01-02\n')
  await home.run(['import', file, '--source', 'crm'])
  expect((await home.run(['sources'])).out).toMatch(
    /^Muster’s own CSV.* crm +1 customer +20.*Too few arrivals/m,
  )
  const { out } = await home.run(['ask', 'customers from Canada', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    count: 1,
    freshness: [
      { source: 'customers', latest: '2025-01-02T00:00:00Z', arrived: expect.stringMatching(/^20/) },
    ],
  })
  const segments = await home.run(['segments', 'Champions', '--json'])
  expect(JSON.parse(segments.out)).toMatchObject([{ freshness: [{ source: 'orders', latest: null }] }])
})
