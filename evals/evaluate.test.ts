import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sharedCompany } from './company/shared.fixture.ts'
import { evaluate } from './evaluate.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-evals-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function evals(...args: string[]) {
  let out = ''
  let err = ''
  const code = await evaluate(args, {
    env: { MUSTER_READERS: '1' },
    signal: new AbortController().signal,
    prepare: sharedCompany,
    terminal: {
      print: (text) => void (out += `${text}\n`),
      note: (text) => void (err += `${text}\n`),
      progress() {},
    },
  })
  return { code, out, err }
}

test('there is help', async () => {
  const { code, out } = await evals('--help')
  expect(code).toBe(0)
  expect(out).toContain('--model NAME')
  expect(out).toContain('--max-wrong N')
})

test.for([
  { args: ['--modell', 'x'], says: '--modell' },
  { args: ['--suite', 'nonsense'], says: 'understanding' },
  { args: ['--case', 'R999999'], says: 'There is no case R999999' },
  { args: ['--model', 'openai/some'], says: 'OPENAI_API_KEY is not set' },
])('misuse is said, and nothing is asked: $args', async ({ args, says }) => {
  const { code, out, err } = await evals(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(says)
})

test('a case is asked of a model, and told in every form', async () => {
  const file = (name: string) => join(folder, name)
  const { code, out } = await evals(
    '--suite=trajectories',
    '--case=TRA01',
    '--model=offline',
    '--min=1',
    `--json=${file('r.json')}`,
    `--junit=${file('r.xml')}`,
    `--html=${file('r.html')}`,
  )
  expect(out).toMatch(/trajectories\s+1\s+100\.0 %/)
  expect(code).toBe(0)
  expect(JSON.parse(readFileSync(file('r.json'), 'utf8'))).toMatchObject([{ model: 'offline' }])
  expect(readFileSync(file('r.xml'), 'utf8')).toContain('<testcase classname="trajectories.counting"')
  expect(readFileSync(file('r.html'), 'utf8')).toContain('TRA01')
})

test('less than asked for fails', async () => {
  const { code, out } = await evals('--suite=trajectories', '--case=TRA62', '--model=offline', '--min=1')
  expect(out).toContain('of trajectories right, at least 100 % asked for')
  expect(code).toBe(1)
})
