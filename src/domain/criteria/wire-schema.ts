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
import { notation, type Notation, objectInWords } from './notation.ts'
import { inOneObject } from './one-object.ts'

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
 * The schema of a tool's input on the wire, with nothing recursive and no `oneOf`: clients reject or empty those.
 * Criteria are an object that is described in words, since their schemas would take most of what all tools may
 * cost. Every model is sent it with every request, so it says nothing twice.
 */
export function wireSchema(input: z.ZodObject): JsonSchema {
  const { properties = {}, required = [], $defs = {} } = toJson(input)
  return {
    type: 'object',
    properties: JSON.parse(
      JSON.stringify(
        Object.fromEntries(Object.entries(properties).map(([key, form]) => [key, told(form, $defs)])),
      ),
    ),
    ...(required.length > 0 && { required }),
  }
}

/** More choices than this are told in words: that takes half as much, and whoever errs is told them again. */
const MANY = 12

/** What is within an input is told in words where it is an object: its schema would say less at twice the length. */
function told(form: z.core.JSONSchema._JSONSchema, shared: Readonly<Record<string, Json>>): Json {
  if (typeof form === 'boolean') return {}
  const { description } = form
  const said = (words: string) => (description === undefined ? words : `${words}. ${description}`)
  if (form.$ref !== undefined) return told(shared[form.$ref.replace('#/$defs/', '')] ?? {}, shared)
  if (form.properties !== undefined) {
    return { type: 'object', description: said(objectInWords(form, shared)) }
  }
  if (form.enum !== undefined && form.enum.length > MANY) {
    return { type: 'string', description: said(form.enum.join('|')) }
  }
  if (form.items === undefined || Array.isArray(form.items)) return form
  return { ...form, items: told(form.items, shared) }
}

/** Named so that they are told once, with what a model has to know about them. */
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
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === criteriaInput) {
        Object.assign(jsonSchema, { type: 'object', description: criteriaInWords() })
        return
      }
      // Criteria within a condition would make its schema recursive.
      if (isNested(zodSchema)) jsonSchema.$ref = '#/$defs/criteria'
      if (jsonSchema.$ref !== undefined) return onlyRefer(jsonSchema)
      simplify(jsonSchema)
      // No tool drops what it does not know, and says so when it is sent some.
      delete jsonSchema.additionalProperties
      // Every kind of condition keeps a schema of its own; smaller choices are told in one.
      if (zodSchema !== conditionSchema) inOneObject(jsonSchema)
    },
  })

/** What is checked further still is what it refers to: the schema need not be told again beside the reference. */
function onlyRefer(json: Json): void {
  for (const key of Object.keys(json)) if (key !== '$ref') delete json[key]
}

const isNested = (schema: unknown): boolean => schema === nestedCriteria

/** What most requests are made of is told with the tools; `howWritten` tells the rest to whoever needs it. */
const AT_HAND = ['attribute', 'consent', 'orders', 'purchases', 'events']

let made: Notation | undefined

/** Made once, and not before somebody is shown a tool: that takes as long as reading the rest of the program. */
function conditionNotation(): Notation {
  if (made === undefined) {
    const { $defs = {}, anyOf = [] } = toJson(conditionSchema)
    made = notation(toldOnce(anyOf), $defs)
  }
  return made
}

/** How conditions of these types are written: their keys, the values of those, and their meaning. */
export function howWritten(types: readonly string[]): string {
  const { lines, legend } = conditionNotation()
  const told = [...new Set(types.flatMap((type) => lines.get(type) ?? []))]
  return [...told, ...legend(told)].join('\n')
}

function criteriaInWords(): string {
  const others = conditions.map(({ type }) => type).filter((type) => !AT_HAND.includes(type))
  return [
    'A condition, or a group: {all: [criteria]}, {any: [criteria]} or {none: [criteria]}. A condition has its type and the keys behind it; those with ? may be left out:',
    howWritten(AT_HAND),
    `Other types, whose keys list_fields tells: ${others.join(', ')}`,
  ].join('\n')
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
