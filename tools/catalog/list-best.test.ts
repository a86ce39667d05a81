import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTools, type TestTools } from '../context.fixture.ts'
import { listBest } from './list-best.ts'
import { validateCriteria } from './validate-criteria.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('whoever was counted is listed, at most so many, and people are masked', async () => {
  const { details } = await t.call(validateCriteria, {
    criteria: { type: 'company', field: 'name', op: 'known' },
    assumptions: [],
  })
  const { preview } = z.object({ preview: z.object({ id: z.string(), count: z.int() }) }).parse(details)
  const best = await t.call(listBest, { preview_id: preview.id, limit: 1 })
  const { rows, total } = z
    .object({ rows: z.array(z.object({ id: z.string() })), total: z.int() })
    .parse(best.details)
  expect(total).toBe(preview.count)
  expect(rows).toHaveLength(Math.min(1, total))
})
