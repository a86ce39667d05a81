import { z } from 'zod'
import { type Condition, definitionOf } from '../index.ts'

/** A piece of a condition that can be changed by itself, and where in the condition it stands. */
export interface Facet<T> {
  readonly path: readonly string[]
  readonly value: T
}

const record = z.record(z.string(), z.unknown())

/** The keys and values of plain data that is an object and no list. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  const parsed = Array.isArray(value) ? undefined : record.safeParse(value).data
  return parsed === undefined ? [] : Object.entries(parsed)
}

/**
 * What `read` finds in a condition, itself first, then what stands in it, in the order of its keys. What was found
 * is not looked into.
 */
export function facetsIn<T>(
  condition: Condition,
  read: (value: unknown, path: readonly string[]) => T | undefined,
): readonly Facet<T>[] {
  const visit = (value: unknown, path: readonly string[]): readonly Facet<T>[] => {
    const found = read(value, path)
    return [
      ...(found === undefined ? [] : [{ path, value: found }]),
      ...(found !== undefined && path.length > 0
        ? []
        : entriesOf(value).flatMap(([key, inner]) => visit(inner, [...path, key]))),
    ]
  }
  return visit(condition, [])
}

/**
 * The condition with other pieces, `undefined` taking one away. Undefined where its schema lets no such condition
 * be, so that a change of any type of condition is as safe as writing a new one.
 */
export function withPieces(
  condition: Condition,
  ...pieces: readonly (readonly [path: readonly string[], value: unknown])[]
): Condition | undefined {
  const changed = pieces.reduce<unknown>((whole, [path, value]) => put(whole, path, value), condition)
  return definitionOf(condition).schema.safeParse(changed).data
}

function put(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const entries = entriesOf(whole)
  const held = entries.some(([each]) => each === key)
  const places = held ? entries : [...entries, [key, undefined] as const]
  return Object.fromEntries(
    places
      .map(([each, inner]) => [each, each === key ? put(inner, rest, value) : inner] as const)
      .filter(([, inner]) => inner !== undefined),
  )
}
