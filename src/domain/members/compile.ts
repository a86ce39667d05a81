import type { Source } from '#db/schema.ts'
import { InputError } from '#kernel/errors.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { Condition } from '../conditions/index.ts'
import { isCondition } from '../criteria/node.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Entity } from '../entities/entity.ts'
import { type Expression, settle } from './expression.ts'
import { combined, type FactsPart, negated, passOver } from './facts-pass.ts'
import { PURCHASE_SOURCES, purchasesKey } from '../purchases/queries.ts'
import type { FactsTest, RecentEvents, SetPlan, SetQuery, TotalsQuery } from './plan.ts'

/** A set that has to be read: by a query, by sums over rows, from everybody's RFM scores, or through a link. */
export type SetSource =
  | {
      readonly kind: 'query'
      readonly query: SetQuery
      readonly recent?: RecentEvents
      /** The test of customers’ facts rows that it is a pass for. */
      readonly test?: FactsTest
      readonly sources: readonly Source[]
    }
  | { readonly kind: 'totals'; readonly totals: TotalsQuery; readonly sources: readonly Source[] }
  | { readonly kind: 'rfm'; readonly patterns: readonly boolean[] }
  | LinkedSource
  | RankedSource

/** The first of an order, of those who are members of other criteria where there are any. */
export interface RankedSource extends Pick<Extract<SetPlan, { kind: 'ranked' }>, 'order' | 'size'> {
  readonly kind: 'ranked'
  readonly of?: Compiled
  /** Those of the order, and of everything that the inner criteria read. */
  readonly sources: readonly Source[]
}

/** Members of criteria over another entity, seen from here. */
export interface LinkedSource {
  readonly kind: 'linked'
  readonly of: Compiled
  readonly to:
    | { readonly kind: 'employer' }
    | { readonly kind: 'staff'; readonly from: number; readonly to: number }
  /** Those of everything that the inner criteria read, and the people. */
  readonly sources: readonly Source[]
}

export interface Compiled {
  readonly entity: Entity
  readonly expression: Expression
  /** By the keys that the expression names; equal keys are equal sets while the data stays. */
  readonly sets: ReadonlyMap<string, SetSource>
}

/** How one condition is read, and the tables that its members depend on. */
export interface ConditionPlan {
  readonly plan: SetPlan
  readonly sources: readonly Source[]
}
export type PlanCondition = (condition: Condition, ctx: PlanContext) => ConditionPlan

/** Segments inside segments, beyond which they can only be going round in a circle. */
const MAX_EXPANSIONS = 50

interface Branch {
  readonly expression: Expression
  /** Where a look at the facts row decides the whole branch. */
  readonly facts?: FactsPart
}

/** Criteria as set algebra over named sets, with every segment expanded. */
export function compileSets(
  criteria: Criteria,
  ctx: PlanContext,
  planCondition: PlanCondition,
  outside = 0,
): Compiled {
  const sets = new Map<string, SetSource>()

  /** Notes a set, and answers its key. */
  const noted = (key: string, source: SetSource): string => {
    sets.set(key, source)
    return key
  }
  const byQuery = (query: SetQuery, sources: readonly Source[], recent?: RecentEvents): string =>
    noted(`query ${JSON.stringify(query)}`, {
      kind: 'query',
      query,
      sources,
      ...(recent === undefined ? {} : { recent }),
    })
  const byPass = ({ test, sources }: FactsPart): string => {
    const query = passOver(test)
    return noted(`query ${JSON.stringify(query)}`, { kind: 'query', query, sources, test })
  }

  // Two ways of reading a set are for customers, whose facts rows decide: inside of another set there is one.
  const settled = (inner: Compiled): Compiled => ({
    ...inner,
    expression: settle(inner.expression, () => true),
  })
  const sourcesIn = ({ sets }: Compiled): readonly Source[] =>
    [...sets.values()].flatMap((set) => (set.kind === 'rfm' ? PURCHASE_SOURCES : set.sources))

  const byRank = (
    plan: Extract<SetPlan, { kind: 'ranked' }>,
    sources: readonly Source[],
    expansions: number,
  ) => {
    const { order, size, among } = plan
    const inner = among && settled(compileSets(among, ctx, planCondition, expansions + 1))
    // Scores are those of now, which no key of theirs says.
    const scored = inner && [...inner.sets.values()].some((set) => set.kind === 'rfm')
    const about = [order, size, inner?.expression, ...(scored ? [purchasesKey(ctx)] : [])]
    return noted(`ranked ${JSON.stringify(about)}`, {
      kind: 'ranked',
      order,
      size,
      ...(inner && { of: inner }),
      sources: [...new Set([...sources, ...(inner === undefined ? [] : sourcesIn(inner))])],
    })
  }

  const byLink = (inner: Compiled, plan: Extract<SetPlan, { kind: 'employer' | 'staff' }>): string => {
    const of = settled(inner)
    const to = plan.kind === 'staff' ? { kind: plan.kind, from: plan.from, to: plan.to } : { kind: plan.kind }
    return noted(`linked ${JSON.stringify([to, of.expression])}`, {
      kind: 'linked',
      of,
      to,
      sources: [...new Set<Source>(['companies', 'people', ...sourcesIn(of)])],
    })
  }

  const not = ({ expression, facts }: Branch): Branch => ({
    expression: { kind: 'not', of: expression },
    ...(facts === undefined ? {} : { facts: negated(facts) }),
  })

  /** Branches that the facts row decides become one pass over the rows, for when that is shorter. */
  const group = (kind: 'all' | 'any', branches: readonly Branch[]): Branch => {
    const parts = branches.flatMap(({ facts }) => facts ?? [])
    const apart = (of: readonly Branch[]): Expression => ({ kind, of: of.map((branch) => branch.expression) })
    if (parts.length < 2) return { expression: apart(branches) }
    const facts = combined(kind, parts)
    const pass: Branch = {
      facts,
      expression: {
        kind: 'either',
        together: byPass(facts),
        apart: apart(branches.filter((branch) => branch.facts !== undefined)),
      },
    }
    const others = branches.filter((branch) => branch.facts === undefined)
    return others.length === 0 ? pass : { expression: apart([pass, ...others]) }
  }

  const ofCriteria = (node: Criteria, expansions: number): Branch => {
    if (isCondition(node)) {
      const { plan, sources } = planCondition(node, ctx)
      return ofPlan(plan, sources, expansions)
    }
    const inner = (branches: readonly Criteria[]) => branches.map((branch) => ofCriteria(branch, expansions))
    if ('all' in node) return group('all', inner(node.all))
    if ('any' in node) return group('any', inner(node.any))
    return not(group('any', inner(node.none)))
  }

  const ofPlan = (plan: SetPlan, sources: readonly Source[], expansions: number): Branch => {
    switch (plan.kind) {
      case 'query':
        return { expression: setOf(byQuery(plan.query, sources, plan.recent)) }
      case 'facts': {
        // Whoever is new has a row, and may pass without an order or anything else of theirs.
        const facts = { test: plan.test, sources: [...new Set<Source>([...sources, 'customers'])] }
        return { expression: setOf(plan.alone ? byQuery(plan.alone, sources) : byPass(facts)), facts }
      }
      case 'totals':
        return { expression: setOf(noted(`totals ${JSON.stringify(plan.totals)}`, { ...plan, sources })) }
      case 'rfm':
        return { expression: setOf(noted(`rfm ${plan.patterns.map(Number).join('')}`, plan)) }
      case 'not':
        return not(ofPlan(plan.of, sources, expansions))
      case 'all':
      case 'any':
        return group(
          plan.kind,
          plan.of.map((inner) => ofPlan(inner, sources, expansions)),
        )
      case 'criteria':
        if (expansions === MAX_EXPANSIONS) throw circular()
        return ofCriteria(plan.criteria, expansions + 1)
      case 'ranked':
        if (expansions === MAX_EXPANSIONS) throw circular()
        return { expression: setOf(byRank(plan, sources, expansions)) }
      case 'employer':
      case 'staff': {
        if (expansions === MAX_EXPANSIONS) throw circular()
        const inner = compileSets(plan.criteria, ctx, planCondition, expansions + 1)
        return { expression: setOf(byLink(inner, plan)) }
      }
      case 'everyone':
      case 'nobody':
        return { expression: plan }
    }
  }

  return { entity: entityOf(criteria), expression: ofCriteria(criteria, outside).expression, sets }
}

const setOf = (key: string): Expression => ({ kind: 'set', key })

const circular = () =>
  new InputError('These segments refer to each other in a circle', {
    next: 'Take the reference out of one of them.',
  })
