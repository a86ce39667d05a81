import { type RawBuilder, sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../../conditions/define.ts'
import { cutByCustomer } from '../../conditions/shared/set-query.ts'
import type { Statement } from '../../members/reader-messages.ts'
import { type HighestIds, idSteps } from '../../members/steps.ts'
import { behaviours } from './behaviours/index.ts'
import type { BehaviourContext, Trait } from './behaviours/define.ts'
import type { Goal } from './goals/define.ts'
import type { TraitShape } from './grouping/data.ts'
import { ROWS, type RowsName } from './rows.ts'

/** Statements that pass over one kind of rows: customer, number of rows, then a column for each of these. */
export interface RowsReading {
  readonly rows: RowsName
  /** The traits that the further columns hold, by number; `goal` is what the goal measures. */
  readonly columns: readonly (number | 'goal')[]
  readonly statements: readonly Statement[]
}

/** What is read of customers: all traits, each kind of rows once. */
export interface BehaviourPlan {
  readonly sources: readonly Source[]
  /** Orders come first: they say whose behaviour can be told. */
  readonly readings: readonly RowsReading[]
  /** By trait, what a customer without any row has. */
  readonly empty: readonly (0 | null)[]
  readonly shapes: readonly TraitShape[]
}

/** The traits of everything that customers are grouped by for a goal, in this workspace. */
export const traitsFor = (goal: Goal, ctx: BehaviourContext): readonly Trait[] =>
  behaviours
    .filter(({ name }) => goal.without?.includes(name) !== true)
    .flatMap((behaviour) => behaviour.traits(ctx))

export function planBehaviour(
  traits: readonly Trait[],
  goal: Goal,
  { ctx, highestIds }: { readonly ctx: PlanContext; readonly highestIds: HighestIds },
): BehaviourPlan {
  const names = [...new Set<RowsName>(['orders', ...traits.map(({ rows }) => rows)])]
  const readings = names.map((rows): RowsReading => {
    const own = traits.flatMap((trait, at) => (trait.rows === rows ? [{ at, value: trait.value }] : []))
    const columns = [...own.map(({ at }) => at), ...(rows === 'orders' ? (['goal'] as const) : [])]
    const values = [...own.map(({ value }) => value), ...(rows === 'orders' ? [goal.value(ctx)] : [])]
    return { rows, columns, statements: statementsOf(rows, values, ctx, highestIds) }
  })
  const kinds = [...new Set(traits.map(({ behaviour }) => behaviour))]
  return {
    sources: [...new Set(names.flatMap((name) => ROWS[name].sources))],
    readings,
    empty: traits.map(({ empty }) => empty),
    shapes: traits.map(({ behaviour, scale, grid, growsWithOrders, more, less }) => ({
      behaviour: kinds.indexOf(behaviour),
      scale,
      growsWithOrders: growsWithOrders === true,
      grid,
      more: more !== undefined,
      less: less !== undefined,
    })),
  }
}

function statementsOf(
  rows: RowsName,
  values: readonly RawBuilder<unknown>[],
  ctx: PlanContext,
  highestIds: HighestIds,
): readonly Statement[] {
  const { id, from } = ROWS[rows]
  const plan = cutByCustomer(
    ctx.dialect,
    sql`SELECT ${sql.join([sql.ref(id), sql`count(*)`, ...values])} FROM ${from(ctx)} GROUP BY ${sql.ref(id)}`,
  )
  if (plan.kind !== 'query') throw new Error('Rows are read by a query')
  return idSteps(plan.query, highestIds).flatMap((step) => (step.kind === 'ids' ? [step.statement] : []))
}
