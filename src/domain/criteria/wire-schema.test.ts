import { expect, test } from 'vitest'
import { z } from 'zod'
import { conditions } from '../conditions/index.ts'
import { criteriaInput, wireSchema } from './wire-schema.ts'

const wire = wireSchema(z.object({ criteria: criteriaInput, note: z.string().optional() }))
const definitions = z
  .record(z.string(), z.object({ anyOf: z.array(z.unknown()).optional() }))
  .parse(wire['$defs'])

test('criteria are a condition, or groups of conditions and of groups, and nothing deeper', () => {
  expect(wire).toMatchObject({
    type: 'object',
    properties: { criteria: { $ref: '#/$defs/criteria' }, note: { type: 'string' } },
    required: ['criteria'],
  })
  const group = (key: string, of: string) => ({
    type: 'object',
    properties: { [key]: { type: 'array', items: { $ref: `#/$defs/${of}` }, minItems: 1 } },
    required: [key],
    additionalProperties: false,
  })
  const condition = { $ref: '#/$defs/condition' }
  expect(definitions['criteria']).toEqual({
    anyOf: [condition, ...['all', 'any', 'none'].map((key) => group(key, 'branch'))],
  })
  expect(definitions['branch']).toEqual({
    anyOf: [condition, ...['all', 'any', 'none'].map((key) => group(key, 'condition'))],
  })
})

test('every kind of condition stands there once, with what a model has to know about it', () => {
  const described = z.array(
    z.object({ description: z.string(), properties: z.object({ type: z.object({ const: z.string() }) }) }),
  )
  const found = described.parse(definitions['condition']?.anyOf)
  expect(found.map(({ properties }) => properties.type.const)).toEqual(conditions.map(({ type }) => type))
  for (const { description } of found) expect(description).not.toBe('')
})

test('a tool without criteria pays nothing for them', () => {
  expect(wireSchema(z.strictObject({ name: z.string() }))).toEqual({
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
    additionalProperties: false,
  })
})
