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

test('what follows “start over” is asked at once', () => {
  const found = interpret('start over: customers in Italy', situation(FRANCE))
  expect(found).toMatchObject({ kind: 'criteria', criteria: { field: 'country', value: 'IT' } })
})

test('“the last one” is no length of time', () => {
  const spent: Criteria = { type: 'orders', measure: 'spend', op: '>', value: 100 }
  expect(interpret('make it the last one', situation(spent)).kind).toBe('question')
})
