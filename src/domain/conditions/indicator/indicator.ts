import { sql } from 'kysely'
import { z } from 'zod'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { type Measure, measureOf } from '../../indicators/measures/index.ts'
import { amountActual, amountWords } from '../../indicators/measures/words.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { ConditionDefinition, IndicatorMeaning, NamesContext, PlanContext } from '../define.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  normalComparison,
  OPERATORS,
  refineComparison,
} from '../shared/comparison.ts'
import { crossings, edgesOf } from '../../time/ahead.ts'
import { windowsIn } from '../../time/windows-in.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { missOf } from '../shared/miss.ts'
import { unknownValue } from '../shared/problems.ts'
import { allOf, cutByCustomer, inPiece, not } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import { valueWords } from '../shared/value-words.ts'
import { indicatorFromSql } from './indicator-from-sql.ts'
import { indicatorPhrases } from './indicator-phrases.ts'
import { valueProblems } from './indicator-values.ts'

/**
 * A named status that holds, or a named number compared, by id (or by name, which is resolved to its id when the
 * criteria are validated). A dynamic indicator is computed as its definition stands; a frozen one is looked up
 * among the values that were stored last. Numbers: money in currency units, days, percent from 0 to 100.
 *
 * @example { type: 'indicator', indicator: 'ind_active' }
 * @example { type: 'indicator', indicator: 'ind_order_interval', op: '<', value: 30 }
 */
export const indicatorConditionSchema = z
  .strictObject({
    type: z.literal('indicator'),
    indicator: z.string().trim().min(1).max(200),
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
  })
  .superRefine(refineComparison)
export type IndicatorCondition = z.infer<typeof indicatorConditionSchema>

export const indicator: ConditionDefinition<'indicator', IndicatorCondition> = {
  type: 'indicator',
  entity: 'customer',
  schema: indicatorConditionSchema,
  form: {
    title: 'An indicator',
    start: { type: 'indicator', indicator: 'ind_days_since_last_order', op: '>', value: 90 },
    names: { indicator: 'indicator' },
  },
  meaning: 'A status, or a number with op and value, by id: see list_indicators',
  phrases: indicatorPhrases,
  about: (condition) => `indicator ${condition.indicator}`,
  called: () => 'indicator status',
  normal(condition) {
    const test = comparisonOf(condition)
    return test === undefined ? condition : { ...condition, ...normalComparison(test) }
  },
  // What it is computed from depends on its definition; those are all that measures read.
  sources: () => ['indicators', 'orders', 'events', 'products'],
  check(condition, ctx) {
    try {
      return valueProblems(ctx.indicator(condition.indicator), comparisonOf(condition), ctx.currency)
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error
      const { nearest } = ctx.dictionary.known('indicator', foldText(condition.indicator))
      return [unknownValue('indicator', condition.indicator, nearest, ['indicator'])]
    }
  },
  words(condition, ctx) {
    const { name, measure } = askedOf(condition, ctx)
    return measure === undefined
      ? `have the status ${valueWords(name)}`
      : `have the indicator ${valueWords(name)} of ${amountWords(measure.test, measure.unit, ctx.currency)}`
  },
  expand(condition, ctx) {
    const { meaning, measure } = askedOf(condition, ctx)
    if (meaning.storedAt !== null) return undefined
    return meaning.kind === 'status'
      ? meaning.criteria
      : measure && measureOf(meaning.measure).compared?.(meaning.measure, measure.test)
  },
  plan(condition, ctx) {
    const criteria = indicator.expand?.(condition, ctx)
    if (criteria !== undefined) return { kind: 'criteria', criteria }
    const { meaning, measure } = askedOf(condition, ctx)
    if (measure === undefined) return planStored(meaning, ctx)
    const members = meaning.storedAt === null ? planMeasure(measure, ctx) : planStored(meaning, ctx, measure)
    return measure.complement ? not(members) : members
  },
  predicate(condition, ctx) {
    const meaning = ctx.indicator(condition.indicator)
    return meaning.storedAt === null
      ? indicatorText(condition, `(${indicatorRows(meaning, ctx)})`, ctx)
      : indicatorText(condition, 'v_indicators', ctx, [`indicator_id = ${literal(meaning.id)}`])
  },
  fromSql: indicatorFromSql,
  holds(condition, customer, population, ctx) {
    const { meaning, measure } = askedOf(condition, ctx)
    if (measure === undefined) return customer.indicators.has(meaning.id)
    const value =
      meaning.storedAt === null
        ? measureOf(measure.of).of(measure.of, customer, population, ctx)
        : (customer.indicators.get(meaning.id) ?? measure.empty)
    return value !== undefined && compare(value, measure.test)
  },
  miss(condition, customer, population, ctx) {
    const { meaning, name, measure } = askedOf(condition, ctx)
    if (measure === undefined) return undefined
    const value =
      meaning.storedAt === null
        ? measureOf(measure.of).of(measure.of, customer, population, ctx)
        : (customer.indicators.get(meaning.id) ?? measure.empty)
    if (value === undefined) return undefined
    const whole = measure.unit === 'count' || measure.unit === 'score'
    return missOf(value, measure.test, {
      step: whole ? 1 : 0.1,
      words: (n, more) =>
        `${amountActual(n, measure.unit, ctx.currency)} ${more ? 'more' : 'less'} of ${valueWords(name)}`,
    })
  },
  turns(condition, _customer, rows, ctx, ahead) {
    const { meaning, measure } = askedOf(condition, ctx)
    // Stored values stay.
    if (measure === undefined || meaning.storedAt !== null) return []
    const { turns } = measureOf(measure.of)
    return [
      ...windowsIn(measure.of)
        .flatMap((window) => edgesOf(window, ahead.zone))
        .flatMap((edge) => crossings(edge, rows, ahead)),
      ...(turns?.(measure.of, measure.test, rows, ahead) ?? []),
    ]
  },
  actual(condition, customer, population, ctx) {
    const { meaning, name, measure } = askedOf(condition, ctx)
    if (measure === undefined) {
      return `${customer.indicators.has(meaning.id) ? 'has' : 'does not have'} the status ${valueWords(name)}`
    }
    const value =
      meaning.storedAt === null
        ? measureOf(measure.of).of(measure.of, customer, population, ctx)
        : (customer.indicators.get(meaning.id) ?? measure.empty)
    return value === undefined
      ? `has no value for the indicator ${valueWords(name)}`
      : `has the indicator ${valueWords(name)} of ${amountActual(value, measure.unit, ctx.currency)}`
  },
}

/** The rows of a number that is computed: `customer_id` and `value`, over the documented views. */
export function indicatorRows(meaning: IndicatorMeaning, ctx: PlanContext): string {
  if (meaning.kind === 'status') throw new Error(`The status ${meaning.id} has no values: it is expanded`)
  return measureOf(meaning.measure).select(meaning.measure, ctx)
}

/** A condition as a test of an indicator's rows, wherever they are: in a named part, or in `v_indicators`. */
export function indicatorText(
  condition: IndicatorCondition,
  rows: string,
  ctx: PlanContext,
  tests: readonly string[] = [],
): string {
  const { measure } = askedOf(condition, ctx)
  if (measure === undefined) return membersText(`${rows} WHERE ${tests.join(' AND ')}`)
  const { test, complement } = measure
  const value = comparisonText('value', test, { complement })
  return membersText(`${rows} WHERE ${[...tests, value].join(' AND ')}`, { complement })
}

/** A number of an indicator, with the test of it. */
interface Measured {
  readonly of: Measure
  readonly unit: ReturnType<ReturnType<typeof measureOf>['unit']>
  readonly test: Comparison
  /** What whoever has no row of it has. */
  readonly empty: 0 | undefined
  /** People without a row pass: they are read as everybody but those who fail. */
  readonly complement: boolean
}

function askedOf(
  condition: IndicatorCondition,
  ctx: NamesContext,
): { readonly meaning: IndicatorMeaning; readonly name: string; readonly measure?: Measured } {
  const meaning = ctx.indicator(condition.indicator)
  const { name } = meaning
  if (meaning.kind === 'status') return { meaning, name }
  const { measure: of } = meaning
  const test = comparisonOf(condition)
  if (test === undefined) throw new Error(`An unparsed condition: the number ${meaning.id} is not compared`)
  const empty = measureOf(of).empty(of) === 0 ? 0 : undefined
  const complement = empty === 0 && compare(0, test)
  return { meaning, name, measure: { of, unit: measureOf(of).unit(of), test, empty, complement } }
}

function planMeasure({ of, test, complement }: Measured, ctx: PlanContext): SetPlan {
  const { from, customer, tests, value } = measureOf(of).rows?.(of, ctx) ?? unreadable(of)
  const column = sql.ref(customer)
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT ${column} FROM ${from} WHERE ${allOf([inPiece(customer), ...tests])}
        GROUP BY ${column} HAVING ${comparisonRaw(value, test, { complement })}`,
  )
}

const planStored = ({ id }: IndicatorMeaning, ctx: PlanContext, measured?: Measured): SetPlan =>
  cutByCustomer(
    ctx.dialect,
    sql`SELECT v.customer_id FROM indicator_values AS v WHERE ${allOf([
      sql<boolean>`v.indicator_id = ${id}`,
      inPiece('v.customer_id'),
      ...(measured === undefined
        ? []
        : [comparisonRaw(sql`v.value`, measured.test, { complement: measured.complement })]),
    ])}`,
  )

function unreadable({ measure }: Measure): never {
  throw new Error(`The measure ${measure} has neither rows nor a condition that compares it`)
}
