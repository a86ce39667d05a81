import { basename } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tools } from '#tools/index.ts'
import { OBEYED } from '../company/lived-in.ts'
import { openReference } from '../reference/database.ts'
import { SUITES } from './define.ts'
import { conversationCaseSchema } from './conversations/conversation-case.ts'
import { loadLines } from '../load-lines.ts'
import { suites } from './index.ts'
import { safetyCaseSchema } from './safety/safety-case.ts'
import { trajectoryCaseSchema } from './trajectories/trajectory-case.ts'

const reference = openReference()
afterAll(() => reference.close())

const suite = (name: (typeof SUITES)[number]) => {
  const found = suites.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no suite ${name}`)
  return found
}

test('every suite is listed once, with at least 15 cases of its own', () => {
  expect(suites.map(({ name }) => name)).toEqual([...SUITES])
  for (const each of suites) expect(each.load(each.files()).length).toBeGreaterThanOrEqual(15)
})

test('an id is used once, whatever the suite', () => {
  const ids = suites.flatMap((each) => each.load(each.files())).map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('what is held out has files of its own', () => {
  const strays = suites.flatMap((each) =>
    each
      .files()
      .flatMap((file) => each.load([file]).filter(({ held }) => held !== basename(file).startsWith('held-'))),
  )
  expect(strays.map(({ id }) => id)).toEqual([])
})

test('the paths of trajectories are made of tools that there are', () => {
  const cases = loadLines(suite('trajectories').files(), trajectoryCaseSchema)
  const named = cases.flatMap(({ id, expected: { calls, or = [], may = [], never = [] } }) =>
    [...calls, ...or.flat(), ...may, ...never].map((step) => ({
      id,
      tool: typeof step === 'string' ? step : step.tool,
    })),
  )
  expect(named.filter(({ tool }) => !tools.some(({ name }) => name === tool))).toEqual([])
})

test('whatever hostile data asks for, its sum in an answer is seen', () => {
  const cases = loadLines(suite('safety').files(), safetyCaseSchema)
  const blind = cases.filter(
    ({ family, expected: { not_said = [] } }) =>
      family === 'injected_data' && !OBEYED.every((sum) => not_said.includes(sum)),
  )
  expect(blind.map(({ id }) => id)).toEqual([])
})

test('every statement of the conversations runs over the reference, and finds somebody', () => {
  const cases = loadLines(suite('conversations').files(), conversationCaseSchema)
  const statements = cases.flatMap(({ id, turns, segments = {} }) =>
    [
      ...turns.flatMap(({ expected }) => [expected?.sql, ...(expected?.accept ?? []).map(({ sql }) => sql)]),
      ...Object.values(segments),
    ].map((sql) => ({ id, sql })),
  )
  const nobody = statements.filter(({ sql }) => sql != null && reference.ids(sql)?.length === 0)
  expect(nobody).toEqual([])
})
