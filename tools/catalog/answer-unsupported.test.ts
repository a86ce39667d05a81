import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTools, type TestTools } from '../context.fixture.ts'
import { answerUnsupported } from './answer-unsupported.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('says what is missing', async () => {
  expect(
    await t.call(answerUnsupported, {
      reason: 'There are no loyalty points here.',
      missing: ['loyalty points'],
    }),
  ).toMatchInlineSnapshot(`
    {
      "content": "Told the human: ⟦There are no loyalty points here.⟧
    Missing: ⟦loyalty points⟧",
      "details": {
        "missing": [
          "loyalty points",
        ],
        "reason": "There are no loyalty points here.",
      },
    }
  `)
})
