import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOOD_CANADA, openTools, type TestTools } from '../context.fixture.ts'
import { suggestReadings } from './suggest-readings.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('asks with numbers where readings were counted', async () => {
  const preview_id = await t.count(GOOD_CANADA)
  const { content, details } = await t.call(suggestReadings, {
    question: 'What is a good customer?',
    options: [
      { label: 'Spent over $100', text: 'Canadians who spent over 100', preview_id },
      { label: 'Something else', text: 'I mean something else' },
    ],
  })
  expect(content).toMatchInlineSnapshot(`
    "Asked the human: ⟦What is a good customer?⟧
    - ⟦Spent over $100⟧: 7 customers
    - ⟦Something else⟧
    Wait for the answer."
  `)
  expect(details).toMatchObject({
    options: [{ criteria: GOOD_CANADA, count: 7, words: 'are in Canada and spent more than $100' }, {}],
  })
})

test('asks openly where there is nothing to choose from', async () => {
  const { content, details } = await t.call(suggestReadings, {
    question: 'Whom are you looking for?',
    options: [],
  })
  expect(content).toBe('Asked the human: ⟦Whom are you looking for?⟧\nWait for the answer.')
  expect(details).toEqual({ question: 'Whom are you looking for?', options: [] })
})

test('input that does not fit is refused with where and why', async () => {
  await expect(t.call(suggestReadings, { question: ' ', options: [] })).rejects.toMatchObject({
    code: 'input',
    path: ['question'],
    message: expect.stringContaining('The input of suggest_readings does not fit at question'),
  })
})
