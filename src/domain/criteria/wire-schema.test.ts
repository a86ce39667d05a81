import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { conditions } from '../conditions/index.ts'
import { arbitraryCriteria } from './criteria.fixture.ts'
import { parseCriteria } from './parse.ts'
import { leavesOf } from './walk.ts'
import { criteriaInput, howWritten, wireSchema } from './wire-schema.ts'

const wire = wireSchema(z.object({ criteria: criteriaInput, note: z.string().optional() }))

test('criteria are an object, told in words: what most requests are made of, and which types there are', () => {
  const { criteria } = z
    .object({ criteria: z.object({ type: z.literal('object'), description: z.string() }) })
    .parse(wire.properties)
  expect(wire).toMatchObject({ type: 'object', required: ['criteria'] })
  for (const { type } of conditions) expect(criteria.description).toMatch(new RegExp(`\\b${type}\\b`))
  expect(criteria.description).toContain('orders: measure: count|spend|')
  expect(criteria.description).toContain('window: {kind: last|ago|older|calendar|dates, ')
})

test('a group is one of the three, and the error for two says so', () => {
  const both = { all: [{ type: 'consent', channel: 'email', is: 'subscribed' }], any: [] }
  expect(() => parseCriteria(both)).toThrow(/any/)
})

test('every kind of condition is told with what a model has to know about it', () => {
  for (const { type, meaning } of conditions) {
    const [line = ''] = howWritten([type]).split('\n')
    expect(line).toContain(type)
    expect(line).toContain(meaning)
  }
})

test('whatever keys conditions have stand in what is told of them', () => {
  fc.assert(
    fc.property(arbitraryCriteria, (criteria) => {
      const untold = leavesOf(criteria).flatMap(({ condition }) => {
        const told = howWritten([condition.type])
        return Object.keys(condition).filter(
          (key) => key !== 'type' && !new RegExp(`\\b${key}\\b`).test(told),
        )
      })
      expect(untold).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what is within an input is told in words, and choices that are many', () => {
  const input = z.strictObject({
    name: z.string(),
    rules: z.array(z.strictObject({ id: z.string(), weight: z.int().optional() })),
    letter: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm']),
  })
  expect(wireSchema(input)).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string' },
      rules: { type: 'array', items: { type: 'object', description: '{id: text, weight?: int}' } },
      letter: { type: 'string', description: 'a|b|c|d|e|f|g|h|i|j|k|l|m' },
    },
    required: ['name', 'rules', 'letter'],
  })
})
