import { afterAll, expect, test } from 'vitest'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

test('the command has options of its own, and ends as the evals do', async () => {
  const { code, err } = await home.spawn(['evals', '--model', 'openai/some'], { OPENAI_API_KEY: '' })
  expect(code).toBe(2)
  expect(err).toContain('OPENAI_API_KEY is not set')
})
