import { InputError } from '#kernel/errors.ts'

/** A part of what the parser found. Its own types are loose, and say little about what it really answers. */
export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const nodeIn = (node: Node, key: string): Node | undefined => {
  const value = node[key]
  return isNode(value) ? value : undefined
}

export const listIn = (node: Node | undefined, key: string): readonly unknown[] => {
  const value = node?.[key]
  return Array.isArray(value) ? value : []
}

export const textIn = (node: Node | undefined, key: string): string | undefined => {
  const value = node?.[key]
  return typeof value === 'string' ? value : undefined
}

/** Is there anything in it at all? The parser leaves empty lists and objects of nulls where nothing stood. */
function isSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false
  if (Array.isArray(value)) return value.some(isSomething)
  return isNode(value) ? Object.values(value).some(isSomething) : true
}

/** Keys that say how something was written, not what it means. */
const OF_NO_MEANING = new Set([
  'type',
  'loc',
  'parentheses',
  'parentheses_symbol',
  'tableList',
  'columnList',
  'collate',
  'keyword',
])

/** Throws for anything in a node that is not read: nothing that was written may be dropped. */
export function onlyHas(node: Node, ...keys: readonly string[]): void {
  for (const [key, value] of Object.entries(node)) {
    if (keys.includes(key) || OF_NO_MEANING.has(key) || !isSomething(value)) continue
    throw unreadable(key.replaceAll('_', ' ').trim().toUpperCase())
  }
}

/** A part of SQL that no criteria can be read from. */
export const unreadable = (
  part: string,
  next = 'Say it in another way, or leave it out.',
  why = 'is more than Muster reads of SQL',
): InputError => new InputError(`“${part}” ${why}`, { next })
