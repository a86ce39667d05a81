import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { conditions } from '../conditions/index.ts'
import { arbitraryCriteria } from './criteria.fixture.ts'
import { isCondition } from './node.ts'
import { parseCriteria } from './parse.ts'
import type { Criteria } from './schema.ts'
import { groupOf } from './walk.ts'
import { criteriaInput, wireSchema } from './wire-schema.ts'

const wire = wireSchema(z.object({ criteria: criteriaInput, note: z.string().optional() }))
const definitions = z
  .record(z.string(), z.looseObject({ anyOf: z.array(z.unknown()).optional() }))
  .parse(wire['$defs'])

const depthOf = (criteria: Criteria): number =>
  isCondition(criteria) ? 0 : 1 + Math.max(...groupOf(criteria).branches.map(depthOf))

test('criteria are a condition, or groups of conditions and of groups, and nothing deeper', () => {
  expect(wire).toMatchObject({
    type: 'object',
    properties: { criteria: { $ref: '#/$defs/criteria' }, note: { type: 'string' } },
    required: ['criteria'],
  })
  const group = (of: string) => ({
    type: 'object',
    properties: {
      all: { $ref: `#/$defs/${of}` },
      any: { $ref: `#/$defs/${of}` },
      none: { $ref: `#/$defs/${of}` },
    },
    description: 'One of all, any, none',
  })
  const condition = { $ref: '#/$defs/condition' }
  expect(definitions['criteria']).toEqual({ anyOf: [condition, group('branches')] })
  expect(definitions['branch']).toEqual({ anyOf: [condition, group('conditions')] })
  expect(definitions['branches']).toEqual({ type: 'array', items: { $ref: '#/$defs/branch' } })
  expect(definitions['conditions']).toEqual({ type: 'array', items: condition })
})

test('a group is one of the three, and the error for two says so', () => {
  const both = { all: [{ type: 'consent', channel: 'email', is: 'subscribed' }], any: [] }
  expect(() => parseCriteria(both)).toThrow(/any/)
})

test('whatever criteria there are fit the schema that models are sent', () => {
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(wire)))
  fc.assert(
    fc.property(arbitraryCriteria, (criteria) => {
      fc.pre(depthOf(criteria) <= 2)
      expect(schema.safeParse({ criteria }).error).toBeUndefined()
    }),
  )
})

test('every kind of condition stands there once, with what a model has to know about it', () => {
  const type = z.union([z.object({ const: z.string() }), z.object({ enum: z.array(z.string()) })])
  const described = z.array(z.object({ description: z.string(), properties: z.object({ type }) }))
  const found = described.parse(definitions['condition']?.anyOf)
  const types = found.flatMap(({ properties: { type: of } }) => ('const' in of ? [of.const] : of.enum))
  expect(types.toSorted()).toEqual(conditions.map((one) => one.type).toSorted())
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
