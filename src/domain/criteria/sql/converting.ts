import type { Query } from './expression.ts'
import { isNode, type Node } from './node.ts'
import type { Scope } from './scope.ts'

/** What the placeholders of a piece stand for. */
export interface Names {
  text(placeholder: string): string
  number(placeholder: number): number
  name(placeholder: string): { readonly value: string; readonly quoted: boolean }
  /** A part that was read by itself. */
  hole(placeholder: string): Read | undefined
}

/** What the parser found in a piece. */
export type Read =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Read[] }
  | { readonly kind: 'not'; readonly of: Read }
  | { readonly kind: 'test' | 'query'; readonly node: Node; readonly names: Names }

/** The placeholders of a piece, and how its inner SELECTs are read. */
export interface Converting extends Names {
  /** The dates that the statement names, as it spells them out. */
  readonly dates: ReadonlyMap<string, string>
  query(node: Node, outer: Scope, names: Names): Query
}

/** A name, however the parser wraps it; undefined for a star. */
export function nameOf(
  node: unknown,
  as: Pick<Converting, 'name'>,
): ReturnType<Converting['name']> | undefined {
  if (typeof node === 'string') return node === '*' ? undefined : as.name(node)
  if (!isNode(node)) return undefined
  return nameOf(node['expr'] ?? node['value'], as)
}
