import type { Reading } from './reading.ts'
import { group, type Leaf, type Node } from './tree.ts'

/** What stands in brackets keeps what is said of it to itself. */
export const isBracketed = (
  { tokens }: Reading,
  first: { readonly to: number },
  next: { readonly from: number },
): boolean => tokens.slice(first.to, next.from).some(({ word }) => word === ')' || word === '(')

/** Of phrases side by side the first, and the last: what stands next to a joining word. */
export function firstLeaf(node: Node): Leaf | undefined {
  if (node.kind === 'leaf') return node
  const [first] = node.kind === 'all' && node.spoken === undefined ? node.of : []
  return first?.kind === 'leaf' ? first : undefined
}

export function lastLeaf(node: Node): Leaf | undefined {
  if (node.kind === 'leaf') return node
  const last = node.kind === 'all' && node.spoken === undefined ? node.of.at(-1) : undefined
  return last?.kind === 'leaf' ? last : undefined
}

export const replacedFirst = (node: Node, by: Node): Node =>
  node.kind === 'all' ? group('all', [by, ...node.of.slice(1)]) : by

export const replacedLast = (node: Node, by: Node): Node =>
  node.kind === 'all' ? group('all', [...node.of.slice(0, -1), by]) : by
