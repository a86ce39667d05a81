import { z } from 'zod'
import { comparedSchema, comparisonSchema } from '../conditions/shared/comparison.ts'
import { nestedCriteria } from '../conditions/shared/nested-criteria.ts'
import { deedSchema } from '../conditions/shared/deed.ts'
import {
  eventFilterSchema,
  orderFilterSchema,
  productFilterSchema,
  texts,
} from '../conditions/shared/filters.ts'
import { conditions, conditionSchema } from '../conditions/index.ts'
import { windowSchema } from '../time/window.ts'
import { inOneObject } from './one-object.ts'
import { hoistRepeated, type Schema } from './repeated.ts'

/** A JSON Schema (draft 2020-12) whose root is an object, as models and MCP clients take them. */
export interface JsonSchema {
  readonly type: 'object'
  readonly properties?: { [name: string]: z.core.util.JSONType }
  readonly [key: string]: unknown
}

/**
 * Criteria in the input of a tool. Anything passes here, since `parseCriteria` says better what is wrong and
 * where; on the wire it is the schema below.
 */
export const criteriaInput = z.unknown()

/**
 * The schema of a tool's input on the wire. Criteria are inlined to groups within groups (the domain allows five
 * levels), the conditions stand once in `$defs`, and nothing is recursive or a `oneOf`: clients reject or empty
 * those. Every model is sent it with every request, so it says nothing twice.
 */
export function wireSchema(input: z.ZodObject): JsonSchema {
  const { $schema: _draft, $defs = {}, ...root } = toJson(input)
  const definitions = reachable(root, { ...$defs, ...criteriaDefinitions() })
  const json = { ...root, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) }
  const schema: Schema = JSON.parse(JSON.stringify(json))
  return { ...JSON.parse(JSON.stringify(hoistRepeated(schema))), type: 'object' }
}

/** Named so that they stand once in `$defs`, with what a model has to know about them. */
export const named = z.registry<{ id: string; description?: string }>()
named.add(texts, { id: 'texts' })
named.add(comparisonSchema, { id: 'comparison' })
named.add(comparedSchema, { id: 'amount', description: 'between takes [low, high]' })
named.add(deedSchema, { id: 'deed' })
named.add(eventFilterSchema, { id: 'events_where' })
named.add(orderFilterSchema, {
  id: 'orders_where',
  description:
    'total in currency units; hours, weekdays, months (1-12) and month_days in the workspace’s zone',
})
named.add(productFilterSchema, {
  id: 'products',
  description: 'product: part of a title; the others whole values. Every key given must match',
})
named.add(windowSchema, {
  id: 'window',
  description:
    'last n unit: rolling, up to now. ago from, to, unit: between so many units ago. older n unit: so long ago or earlier. calendar unit, offset (0 this, -1 last), count: whole units. dates: YYYY-MM-DD; from, to included, after, before not',
})

type Json = z.core.JSONSchema.BaseSchema

const toJson = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: 'input',
    metadata: named,
    override({ zodSchema, jsonSchema, path }) {
      if (zodSchema === criteriaInput) jsonSchema.$ref = '#/$defs/criteria'
      if (isNested(zodSchema)) inWords(jsonSchema)
      if (jsonSchema.$ref !== undefined) return onlyRefer(jsonSchema)
      simplify(jsonSchema)
      if (path.length > 0) delete jsonSchema.additionalProperties
      // Every kind of condition keeps a schema of its own; smaller choices are told in one.
      if (zodSchema !== conditionSchema) inOneObject(jsonSchema)
    },
  })

/** What is checked further still is what it refers to: the schema need not be told again beside the reference. */
function onlyRefer(json: Json): void {
  for (const key of Object.keys(json)) if (key !== '$ref') delete json[key]
}

const isNested = (schema: unknown): boolean => schema === nestedCriteria

/** Criteria within a condition would make the schema recursive: it says what they are, parseCriteria checks them. */
function inWords(json: Json): void {
  json.type = 'object'
  json.description = 'criteria: a condition or a group'
}

let definitionsOfCriteria: Readonly<Record<string, Json>> | undefined

/** Made once, and not before somebody is shown a tool: that takes as long as reading the rest of the program. */
const criteriaDefinitions = () => (definitionsOfCriteria ??= makeCriteriaDefinitions())

/** One condition, or a group of conditions and of groups of conditions. */
function makeCriteriaDefinitions(): Record<string, Json> {
  const { $defs, anyOf: conditions = [] } = toJson(conditionSchema)
  const condition = { $ref: '#/$defs/condition' }
  const listOf = (of: string): Json => ({ type: 'array', items: { $ref: `#/$defs/${of}` } })
  const group = (list: string): Json => {
    const parts = { $ref: `#/$defs/${list}` }
    return {
      type: 'object',
      properties: { all: parts, any: parts, none: parts },
      description: 'One of all, any, none',
    }
  }
  return {
    ...$defs,
    condition: { anyOf: toldOnce(conditions) },
    conditions: listOf('condition'),
    branch: { anyOf: [condition, group('conditions')] },
    branches: listOf('branch'),
    criteria: { anyOf: [condition, group('branches')] },
  }
}

/** Kinds of conditions that differ in whom they are asked of alone: one schema of all their types. */
function toldOnce(all: readonly Json[]): Json[] {
  const alike = Map.groupBy(all, ({ properties = {}, required }) =>
    JSON.stringify([Object.entries(properties).filter(([key]) => key !== 'type'), required]),
  )
  return [...alike.values()].flatMap(([first, ...others]): Json[] => {
    if (first === undefined) return []
    if (others.length === 0) return [first]
    const same = [first, ...others]
    const types = same.flatMap(({ properties }) => {
      const type = properties?.['type']
      return typeof type === 'object' && typeof type.const === 'string' ? [type.const] : []
    })
    const description = [...new Set(same.flatMap((one) => one.description ?? []))].join('. ')
    return [{ ...first, properties: { ...first.properties, type: { enum: types } }, description }]
  })
}

/** What every client understands, and no more words than a model needs: the domain checks limits itself. */
function simplify(json: Json): void {
  if (json.oneOf !== undefined) {
    json.anyOf = json.oneOf
    delete json.oneOf
  }
  if (json.prefixItems !== undefined) {
    json.items = json.prefixItems[0] ?? {}
    delete json.prefixItems
  }
  for (const key of LIMITS) delete json[key]
  // A constant says its type by itself.
  if (typeof json.const === 'string') delete json.type
  const type = json.properties?.['type']
  if (typeof type === 'object') {
    const definition = conditions.find((each) => each.type === type.const)
    if (definition !== undefined) json.description = definition.meaning
  }
}

const LIMITS = [
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
] as const

/** Only the definitions that something refers to. */
function reachable(root: Json, definitions: Readonly<Record<string, Json>>): Record<string, Json> {
  const found: Record<string, Json> = {}
  const open = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, name = ''] of JSON.stringify(next).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      const definition = definitions[name]
      if (definition === undefined || name in found) continue
      found[name] = definition
      open.push(definition)
    }
  }
  return found
}
