import { expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { ConfigError, InputError } from '#kernel/errors.ts'
import { type Ask, runCases } from './run-cases.ts'

const cases: readonly Case[] = ['1', '2 3', '4'].map((sql, index) => ({
  id: `C${index}`,
  family: 'made up',
  text: sql,
  difficulty: 'easy',
  expected: { intent: 'count', sql },
  ...(index === 1 ? { context: [{ user: 'first' }, { user: 'second' }] } : {}),
}))

const find = (sql: string) => sql.split(' ').map(Number)
const run = (ask: Ask, jobs = 2) => runCases(cases, { ask, find, jobs })

test('each case is asked once with its earlier turns, and the results keep the order', async () => {
  const asked: unknown[] = []
  const results = await run(async (request) => {
    asked.push(request)
    return { kind: 'preview', members: request.text.split(' ') }
  })
  expect(asked).toEqual([
    { text: '1', context: [] },
    { text: '2 3', context: ['first', 'second'] },
    { text: '4', context: [] },
  ])
  expect(results.map(({ case: { id }, score }) => [id, score.verdict])).toEqual([
    ['C0', 'right'],
    ['C1', 'right'],
    ['C2', 'right'],
  ])
})

test('no more requests are under way than allowed', async () => {
  let underWay = 0
  let most = 0
  await run(async () => {
    most = Math.max(most, ++underWay)
    await Promise.resolve()
    underWay--
    return { kind: 'question' }
  }, 2)
  expect(most).toBe(2)
})

test('a turn that fails is missed; a wrong setting ends the run', async () => {
  const results = await run(() => Promise.reject(new InputError('Too long', { next: 'Shorten it.' })))
  expect(results.map(({ score }) => score)).toEqual(
    cases.map(() => ({ verdict: 'missed', why: 'failed: Too long' })),
  )
  await expect(run(() => Promise.reject(new ConfigError('No key', { next: 'Set it.' })))).rejects.toThrow(
    'No key',
  )
})
