import { z } from 'zod'
import type { Criteria } from '../../criteria/schema.ts'
import { type Window, windowSchema } from '../../time/window.ts'
import type { ConditionDefinition } from '../define.ts'
import {
  type OrderFilter,
  orderFilterSchema,
  type ProductFilter,
  productFilterSchema,
} from '../shared/filters.ts'
import { GROSS_SPEND } from '../shared/gross-spend.ts'
import { nestedCriteria } from '../shared/nested-criteria.ts'
import { normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems } from '../shared/order-filter.ts'
import { productFilterProblems } from '../shared/product-filter.ts'
import { rankActual } from './rank-actual.ts'
import { rankPhrases } from './rank-phrases.ts'
import { rankFromSql } from './rank-from-sql.ts'
import { planRank } from './rank-plan.ts'
import { rankPredicate } from './rank-predicate.ts'
import { GROUPS, isLineMeasure, isOwnMeasure, RANK_MEASURES, type RankMeasure } from './rank-values.ts'
import { rankWords } from './rank-words.ts'

/** Percentages are counted in hundredths. */
const HUNDREDTHS = 100

/** Written out, because criteria within it are made of it. */
export interface RankCondition {
  type: 'rank'
  by: RankMeasure
  direction: 'top' | 'bottom'
  customers?: number | undefined
  percent?: number | undefined
  within?: Window | undefined
  where?: OrderFilter | undefined
  of?: ProductFilter | undefined
  per?: (typeof GROUPS)[number] | undefined
  among?: Criteria | undefined
}

/**
 * The top or bottom customers by a measure, among those who have a value (at least one counted order that `where` and
 * `within` let through, with a product that matches `of`) and meet the criteria of `among`, if there are any. A
 * percentage rounds up; ties break by internal id, lowest first. The top by a date are the latest. `per` ranks within
 * each country (or the like), those without one aside. By `random`, it is so many drawn at random, the same ones every
 * time as long as nobody comes or goes; by `signed_up`, buyers or not.
 *
 * @example { type: 'rank', by: 'spend', direction: 'top', percent: 10 }
 * @example { type: 'rank', by: 'spend', direction: 'top', percent: 5, of: { category: ['Tea'] } }
 */
const rankSchema = z
  .strictObject({
    type: z.literal('rank'),
    by: z.enum(RANK_MEASURES),
    direction: z.enum(['top', 'bottom']),
    customers: z.int().min(1).max(100_000_000).optional(),
    percent: z.number().gt(0).max(100).optional(),
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
    of: productFilterSchema.optional(),
    per: z.enum(GROUPS).optional(),
    among: nestedCriteria.optional(),
  })
  .refine((c) => (c.customers === undefined) !== (c.percent === undefined), {
    message: 'give customers (a number of people) or percent, one of them',
  })
  .refine(({ percent = 0 }) => percent === Math.round(percent * HUNDREDTHS) / HUNDREDTHS, {
    message: 'a percentage has at most 2 decimals',
    path: ['percent'],
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (c.of !== undefined && !isLineMeasure(c.by))
      refuse('of', 'products are ranked by spend, orders or quantity')
    if (c.by === 'signed_up' && c.where !== undefined) refuse('where', 'signing up is no order')
    if (c.by !== 'random') return
    for (const key of ['within', 'where', 'of', 'percent'] as const) {
      if (c[key] !== undefined) refuse(key, `random takes customers, per and among; for a share use sample`)
    }
    if (c.direction === 'bottom') refuse('direction', 'random has no bottom')
  })

export const rank: ConditionDefinition<'rank', RankCondition> = {
  type: 'rank',
  entity: 'customer',
  schema: rankSchema,
  form: {
    title: 'Top or bottom customers',
    start: { type: 'rank', by: 'spend', direction: 'top', percent: 10 },
  },
  meaning:
    'Top or bottom by a measure: so many customers, or percent. of: these products. among: of those who meet these criteria. per: in each country … random: drawn at random',
  phrases: rankPhrases,
  called: () => 'rank ranking top',
  neighbours: ({ among, ...everybody }) =>
    among === undefined
      ? []
      : [
          {
            instead: 'ranked among everybody, of whom these are kept',
            criteria: { all: [everybody, among] },
          },
        ],
  convention: ({ by, of }) => (by === 'spend' && of === undefined ? GROSS_SPEND : undefined),
  fromSql: rankFromSql,
  normal: (condition) => ({
    ...condition,
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
    ...(condition.of && { of: normalProductFilter(condition.of) }),
  }),
  sources: ({ by, of, per }) => [
    ...(isOwnMeasure(by) ? [] : (['orders'] as const)),
    ...(of === undefined ? [] : (['products'] as const)),
    ...(isOwnMeasure(by) || per !== undefined ? (['customers'] as const) : []),
  ],
  columns: ({ per }) => (per === undefined ? [] : [{ name: per, key: 'per' }]),
  check: (condition, ctx) => [
    ...productFilterProblems(condition.of, ctx, ['of']),
    ...orderFilterProblems(condition.where, ctx, ['where']),
  ],
  words: rankWords,
  nested: {
    key: 'among',
    of: ({ among }) => among,
    with: (condition, among) => ({ ...condition, among }),
  },
  plan: planRank,
  predicate: rankPredicate,
  holds: (condition, customer, population) => population.rankHolds(condition, customer),
  actual: (condition, customer, _population, ctx, inner) => rankActual(condition, customer, ctx, inner),
}
