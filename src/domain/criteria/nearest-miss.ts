import type { Miss, ReadingContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import type { Population } from '../customers/record.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { holds, innerReadings } from './evaluate.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { groupOf } from './walk.ts'

/** One condition that would have to turn, and by how much where that can be measured. */
export interface Flip {
  readonly condition: Condition
  /** As it is now. */
  readonly holds: boolean
  readonly miss: Miss | undefined
}

/**
 * The smallest change that would let one of them in, or out: the fewest conditions that would have to turn, and of
 * as many those that are nearest to it.
 */
export function nearestMiss(
  criteria: Criteria,
  record: RecordOf[Entity],
  population: Population,
  ctx: ReadingContext,
): readonly Flip[] {
  const inner = innerReadings(population, ctx)
  /** What it takes for a part to become so; none where it is. */
  const change = (node: Criteria, wanted: boolean): readonly Flip[] => {
    if (isCondition(node)) {
      const definition = definitionOf(node)
      const expanded = definition.expand?.(node, ctx)
      if (expanded !== undefined) return change(expanded, wanted)
      const now = holds(node, record, population, ctx)
      if (now === wanted) return []
      return [{ condition: node, holds: now, miss: definition.miss?.(node, record, population, ctx, inner) }]
    }
    const { group, branches } = groupOf(node)
    const each = branches.map((branch) => change(branch, group === 'none' ? !wanted : wanted))
    const every = group === 'any' ? !wanted : wanted
    return every ? each.flat() : (each.toSorted((a, b) => costOf(a) - costOf(b))[0] ?? [])
  }
  return change(criteria, !holds(criteria, record, population, ctx))
}

/** What can't be measured counts whole, and every condition more than the longest way of one. */
const costOf = (flips: readonly Flip[]): number =>
  flips.reduce((sum, { miss }) => sum + 1 + (miss === undefined ? 1 : miss.size) / 4, 0)
