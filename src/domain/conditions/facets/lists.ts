import { z } from 'zod'
import type { Condition } from '../index.ts'
import { entriesOf, type Facet, facetsIn, withPieces } from './facet.ts'

const texts = z.array(z.string()).min(1)
/** Operators by which one text, or any text of a list, is what is asked for. */
const NAMING = new Set<unknown>(['equals', 'in', 'has'])

/** The named values in a condition, whatever its type: lists of texts, and the text that an operator names. */
export const listsIn = (condition: Condition): readonly Facet<readonly string[]>[] => {
  const op = entriesOf(condition).find(([key]) => key === 'op')?.[1]
  return facetsIn(condition, (value, path) => {
    if (path.join() === 'value' && !NAMING.has(op)) return undefined
    return (
      texts.safeParse(value).data ??
      (path.join() === 'value' && typeof value === 'string' ? [value] : undefined)
    )
  })
}

/** The condition with other values in a list of it; undefined where it can't hold them. */
export function withList(
  condition: Condition,
  path: readonly string[],
  values: readonly string[],
): Condition | undefined {
  const [only, ...others] = values
  if (only === undefined) return undefined
  if (path.join() !== 'value') return withPieces(condition, [path, values])
  const one = others.length === 0
  for (const [op, value] of one
    ? ([
        ['equals', only],
        ['has', only],
      ] as const)
    : ([
        ['in', values],
        ['has', values],
      ] as const)) {
    const changed = withPieces(condition, [['op'], op], [path, value])
    if (changed !== undefined) return changed
  }
  return undefined
}
