import { expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const FRANCE: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }

test.for<[string, string]>([
  ['undo that', 'undo'],
  ['go back', 'back'],
  ['go back to the previous one', 'back'],
  ['back to what we had before', 'back'],
  ['take me back to the last version', 'back'],
  ['the previous one please', 'back'],
  ['what did we have before?', 'previous'],
  ['what was it before', 'previous'],
  ['start over', 'start_over'],
  ['ok, start from scratch', 'start_over'],
])('%s', ([text, command]) => {
  const found = interpret(text, situation(FRANCE))
  expect(found.kind === 'command' ? found.command.do : found).toBe(command)
})

test.for<[string, number | 'first' | undefined]>([
  ['go back', undefined],
  ['back to the one before', undefined],
  ['go back two steps', 2],
  ['undo the last three', 3],
  ['hmm, go back to the first one', 'first'],
  ['back to where we started', 'first'],
  ['go back to the original', 'first'],
  ['undo everything', 'first'],
])('how far: %s', ([text, steps]) => {
  const found = interpret(text, situation(FRANCE))
  expect(found).toMatchObject({ kind: 'command', command: { do: 'back' } })
  expect(found.kind === 'command' && found.command.do === 'back' ? found.command.steps : found).toBe(steps)
})

test('what follows “start over” is asked at once', () => {
  const found = interpret('start over: customers in Italy', situation(FRANCE))
  expect(found).toMatchObject({ kind: 'criteria', criteria: { field: 'country', value: 'IT' } })
})

test('“the last one” is no length of time', () => {
  const spent: Criteria = { type: 'orders', measure: 'spend', op: '>', value: 100 }
  expect(interpret('make it the last one', situation(spent)).kind).toBe('question')
})
