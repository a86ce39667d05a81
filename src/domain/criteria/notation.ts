import type { z } from 'zod'

type Json = z.core.JSONSchema._JSONSchema
type Part = z.core.JSONSchema.BaseSchema

/** How often a key has to mean the same for that to be said once, for all that say nothing else. */
const USUAL = 2
/** Types of keys whose names say them. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'int'])

/** How conditions are written, as text: a line each with its keys, their values and its meaning. */
export interface Notation {
  /** The line of each type. */
  readonly lines: ReadonlyMap<string, string>
  /** What the keys of some lines mean: those that many have are said once, and what they hold. */
  legend(lines: readonly string[]): readonly string[]
}

/** Makes it of JSON Schemas. A model reads it as well as them, at less than half of their length. */
export function notation(conditions: readonly Part[], shared: Readonly<Record<string, Part>>): Notation {
  const usual = usualTypes([...conditions, ...Object.values(shared)], shared)
  const keysOf = ({ properties = {}, required = [] }: Part): string =>
    Object.entries(properties)
      .filter(([key]) => key !== 'type')
      .map(([key, value]) => {
        const name = `${key}${required.includes(key) ? '' : '?'}`
        const type = typeOf(value)
        return usual.get(key) === type ? name : `${name}: ${type}`
      })
      .join(', ')
  const typeOf = (schema: Json): string => typeText(schema, shared, (object) => `{${keysOf(object)}}`)
  const meant = ({ description }: Part): string => (description === undefined ? '' : `. ${description}`)

  const lines = new Map<string, string>()
  for (const condition of conditions) {
    const types = typeOf(condition.properties?.['type'] ?? {})
    const line = `${types}: ${keysOf(condition)}${meant(condition)}`
    for (const type of types.split('|')) lines.set(type, line)
  }
  const definitions = Object.entries(shared)
    .filter(([, schema]) => !isShort(schema))
    .map(([name, schema]) => ({ name, line: `${name}: ${typeOf(schema)}${meant(schema)}` }))

  return {
    lines,
    legend(wanted) {
      const said = [...wanted]
      const mentions = (word: string) => said.some((line) => new RegExp(`\\b${word}\\b`).test(line))
      // What a definition mentions is defined as well.
      let left = definitions
      for (let found = left.filter(({ name }) => mentions(name) || isMeant(name)); found.length > 0; ) {
        said.push(...found.map(({ line }) => line))
        left = left.filter((each) => !found.includes(each))
        found = left.filter(({ name }) => mentions(name) || isMeant(name))
      }
      function isMeant(name: string): boolean {
        return [...usual].some(([key, type]) => type === name && mentions(key))
      }
      const keys = [...usual]
        .filter(([key, type]) => mentions(key) && !PLAIN.has(type))
        .map(([key, type]) => `${key}: ${type}`)
      return [`Where no values follow a key: ${keys.join(', ')}`, ...said.slice(wanted.length)]
    },
  }
}

/** An object in one line, with what it refers to where that is as short. */
export function objectInWords(schema: Part, shared: Readonly<Record<string, Part>>): string {
  const keysOf = ({ properties = {}, required = [] }: Part): string =>
    Object.entries(properties)
      .map(([key, value]) => {
        const type = typeText(value, shared, (inner) => `{${keysOf(inner)}}`)
        return `${key}${required.includes(key) ? '' : '?'}: ${type}`
      })
      .join(', ')
  return `{${keysOf(schema)}}`
}

/** A type in a word or two is said wherever it stands. */
const isShort = (schema: Part | undefined): boolean =>
  schema !== undefined && schema.properties === undefined && schema.description === undefined

function typeText(
  schema: Json,
  shared: Readonly<Record<string, Part>>,
  ofObject: (object: Part) => string,
): string {
  const again = (each: Json) => typeText(each, shared, ofObject)
  if (typeof schema === 'boolean') return 'any'
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '')
    const named = shared[name]
    return named !== undefined && isShort(named) ? again(named) : name
  }
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum !== undefined) return schema.enum.join('|')
  if (schema.anyOf !== undefined) return schema.anyOf.map(again).join('|')
  if (schema.type === 'array') {
    const of = Array.isArray(schema.items) ? 'any' : again(schema.items ?? true)
    return of.includes('|') ? `(${of})[]` : `${of}[]`
  }
  if (schema.properties !== undefined) return ofObject(schema)
  if (schema.type === 'string') return 'text'
  return schema.type === 'integer' ? 'int' : String(schema.type ?? 'any')
}

/** What each key means most often. */
function usualTypes(
  schemas: readonly Part[],
  shared: Readonly<Record<string, Part>>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  const visit = (schema: Json | undefined): void => {
    if (schema === undefined || typeof schema === 'boolean') return
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (key === 'type') continue
      const types = counts.get(key) ?? new Map<string, number>()
      const type = typeText(value, shared, () => 'object')
      counts.set(key, types.set(type, (types.get(type) ?? 0) + 1))
      visit(value)
    }
    if (!Array.isArray(schema.items)) visit(schema.items)
    for (const each of schema.anyOf ?? []) visit(each)
  }
  schemas.forEach(visit)
  return new Map(
    [...counts].flatMap(([key, types]) => {
      const [most] = [...types].toSorted(([, a], [, b]) => b - a)
      return most !== undefined && most[1] >= USUAL && most[0] !== 'object' ? [[key, most[0]]] : []
    }),
  )
}
