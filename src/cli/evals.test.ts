import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
const folder = mkdtempSync(join(tmpdir(), 'muster-evals-cli-'))
afterAll(() => {
  home.clean()
  rmSync(folder, { recursive: true })
})

test('the command has options and help of its own', async () => {
  const { code, out } = await home.run(['evals', '--help'])
  expect(code).toBe(0)
  expect(out).toContain('--model NAME')
  expect(out).toContain('--max-wrong N')
}, 60_000)

test.for([
  { args: ['--modell', 'x'], says: '--modell' },
  { args: ['--suite', 'nonsense'], says: 'understanding' },
  { args: ['--case', 'R999999'], says: 'There is no case R999999' },
  { args: ['--model', 'openai/some'], says: 'OPENAI_API_KEY is not set' },
])('misuse is said, and nothing is asked: $args', { timeout: 60_000 }, async ({ args, says }) => {
  const { code, err } = await home.run(['evals', ...args], { OPENAI_API_KEY: '' })
  expect(code).toBe(2)
  expect(err).toContain(says)
})

test('a case is asked of a model, and told in every form', async () => {
  const file = (name: string) => join(folder, name)
  const { code, out } = await home.run([
    'evals',
    '--suite=trajectories',
    '--case=TRA01',
    '--model=offline',
    '--min=1',
    `--json=${file('r.json')}`,
    `--junit=${file('r.xml')}`,
    `--html=${file('r.html')}`,
  ])
  expect(out).toMatch(/trajectories\s+1\s+100\.0 %/)
  expect(code).toBe(0)
  expect(JSON.parse(readFileSync(file('r.json'), 'utf8'))).toMatchObject([{ model: 'offline' }])
  expect(readFileSync(file('r.xml'), 'utf8')).toContain('<testcase classname="trajectories.counting"')
  expect(readFileSync(file('r.html'), 'utf8')).toContain('TRA01')
}, 120_000)

test('less than asked for fails', async () => {
  const args = ['evals', '--suite', 'trajectories', '--case', 'TRA62', '--model', 'offline', '--min', '1']
  const { code, out } = await home.run(args)
  expect(out).toContain('of trajectories right, at least 100 % asked for')
  expect(code).toBe(1)
}, 120_000)
