import type { Instant } from '#kernel/clock.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import type { Population } from '../customers/record.ts'
import { datedRows } from '../entities/dated-rows.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { type Ahead, crossings, edgesOf } from '../time/ahead.ts'
import { windowsIn } from '../time/windows-in.ts'
import { holds, passes } from './evaluate.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { type Group, groupOf } from './walk.ts'

/** The first time that criteria begin or stop to hold for somebody to whom nothing happens. */
export interface Turn {
  readonly at: Instant
  /** From then on. */
  readonly holds: boolean
  /** The conditions that turn at that instant, which begin to hold or stop. */
  readonly because: readonly { readonly condition: Condition; readonly holds: boolean }[]
}

type Tree = number | { readonly group: Group; readonly branches: readonly Tree[] }

/**
 * When time alone will let one of them in or out: windows that roll on, calendar units that end, rows that are
 * dated ahead, birthdays. Where others stand (`population`), frozen values and everything else stay as they are.
 * Undefined where that is not before the end of `ahead`.
 */
export function nextTurn(
  criteria: Criteria,
  record: RecordOf[Entity],
  population: Population,
  ctx: ReadingContext,
  ahead: Ahead,
): Turn | undefined {
  const leaves: Condition[] = []
  const tree = (node: Criteria): Tree => {
    if (isCondition(node)) {
      const expanded = definitionOf(node).expand?.(node, ctx)
      return expanded === undefined ? leaves.push(node) - 1 : tree(expanded)
    }
    const { group, branches } = groupOf(node)
    return { group, branches: branches.map(tree) }
  }
  const whole = tree(criteria)
  const state = leaves.map((leaf) => holds(leaf, record, population, ctx))
  const verdict = (node: Tree): boolean =>
    typeof node === 'number' ? state[node] === true : passes(node.group, node.branches.map(verdict))
  const now = verdict(whole)

  const candidates = leaves.flatMap((leaf, index) =>
    turningPoints(leaf, record, ctx, ahead).map((at) => ({ at, index })),
  )
  const byInstant = [...Map.groupBy(candidates, ({ at }) => at)].toSorted(([a], [b]) => a - b)
  for (const [at, moved] of byInstant) {
    const then = { ...ctx, now: at }
    const turned = [...new Set(moved.map(({ index }) => index))].filter((index) => {
      const leaf = leaves[index]
      const before = state[index]
      if (leaf !== undefined) state[index] = holds(leaf, record, population, then)
      return state[index] !== before
    })
    if (turned.length === 0 || verdict(whole) === now) continue
    const because = turned.flatMap((index) => {
      const condition = leaves[index]
      return condition === undefined ? [] : [{ condition, holds: state[index] === true }]
    })
    return { at, holds: !now, because }
  }
  return undefined
}

/** The instants ahead at which a condition may turn, with some at which it does not. */
export function turningPoints(
  condition: Condition,
  record: RecordOf[Entity],
  ctx: ReadingContext,
  ahead: Ahead,
): readonly Instant[] {
  const definition = definitionOf(condition)
  const rows = datedRows(record, definition.sources(condition))
  const edges = windowsIn(condition).flatMap((window) => edgesOf(window, ahead.zone))
  const points = [
    ...rows,
    ...edges.flatMap((edge) => crossings(edge, rows, ahead)),
    ...(definition.turns?.(condition, record, rows, ctx, ahead) ?? []),
  ]
  return [...new Set(points)].filter((at) => at > ahead.from && at <= ahead.until)
}
