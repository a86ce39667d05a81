import { z } from 'zod'
import type { Named } from './about.ts'

/** JSON Schema, as far as OpenAPI 3.1 repeats it. */
export interface JsonSchema {
  readonly [key: string]: unknown
}

const objectSchema = z.record(z.string(), z.unknown())
const optionSchema = z.object({
  properties: z.record(z.string(), objectSchema).default({}),
  required: z.array(z.string()).default([]),
})

/** `input`: as a client sends it; `output`: as we answer it, or as it is once it has been read. */
type Side = 'input' | 'output'

const toJson = (schema: z.ZodType, io: Side): Record<string, unknown> => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // What JavaScript can count to says nothing about an answer.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return json
}

/** The schemas of a document, each once and under its name. */
export function createSchemas() {
  const placed: Record<string, unknown> = {}

  /** Puts a schema under its name, and what it refers to beside it. Throws when the name is another schema’s. */
  function place(named: Named, io: Side): JsonSchema {
    const [entry, ...more] = Object.entries(named)
    if (entry === undefined || more.length > 0) throw new Error('A schema has one name')
    const [name, schema] = entry
    const inDocument = (ref: string) =>
      ref === '#'
        ? `#/components/schemas/${name}`
        : ref.replace(/^#\/\$defs\//, `#/components/schemas/${name}.`)
    const json = JSON.stringify(toJson(schema, io), (key, value: unknown) =>
      key === '$ref' && typeof value === 'string' ? inDocument(value) : value,
    )
    const { $defs = {}, ...own } = objectSchema.parse(JSON.parse(json))
    put(name, own)
    for (const [part, def] of Object.entries(objectSchema.parse($defs))) put(`${name}.${part}`, def)
    return { $ref: `#/components/schemas/${name}` }
  }

  function put(name: string, json: unknown): void {
    const before = placed[name]
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(json)) {
      throw new Error(`Two different schemas are called ${name}`)
    }
    placed[name] = json
  }

  return { placed, place }
}

/** What can follow the `?` of an address: of a union, whatever any of its ways to ask takes. */
export function queryParameters(schema: z.ZodType): readonly JsonSchema[] {
  // Texts become numbers and dates when they are read: what they must be stands on that side.
  const read = optionsOf(toJson(schema, 'output'))
  const sent = optionsOf(toJson(schema, 'input'))
  const properties = Object.assign({}, ...[...sent, ...read].map((option) => option.properties))
  return Object.entries(objectSchema.parse(properties)).map(([name, json]) => ({
    name,
    in: 'query',
    required: sent.every(({ required }) => required.includes(name)),
    schema: json,
  }))
}

const optionsOf = (json: Record<string, unknown>) => {
  const { anyOf } = json
  return (Array.isArray(anyOf) ? anyOf : [json]).map((option) => optionSchema.parse(option))
}
