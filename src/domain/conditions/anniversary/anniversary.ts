import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import { dateAt } from '../../time/bounds.ts'
import { dateWords } from '../../time/words.ts'
import type { ConditionDefinition, Miss, ReadingContext } from '../define.ts'
import { orderDate } from '../orders/order-aggregates.ts'
import { compare, comparisonSchema, normalComparison } from '../shared/comparison.ts'
import { ordersIn } from '../shared/order-rows.ts'
import { anniversaryPhrases } from './anniversary-phrases.ts'
import { anniversaryFromSql } from './anniversary-from-sql.ts'
import { anniversaryPredicate } from './anniversary-predicate.ts'
import { planAnniversary } from './anniversary-plan.ts'
import { FIRST_YEAR } from './anniversary-ranges.ts'
import { anniversaryWindowSchema, type Stretch, stretchesOf } from './anniversary-window.ts'
import { anniversaryWords } from './anniversary-words.ts'

export const ANNIVERSARIES = ['birthday', 'created_at', 'first_order'] as const

/**
 * The birthday, or the anniversary of the sign-up or of the first counted order, falls into a window, in whatever
 * year it began. `years` says how many years it is then: a birthday of 30 years is turning 30. The anniversary of
 * a sign-up or order of this very year counts, unless `years` asks for at least 1.
 *
 * @example { type: 'anniversary', of: 'birthday', on: { kind: 'calendar', unit: 'month', offset: 1 } }
 * @example { type: 'anniversary', of: 'birthday', on: { kind: 'calendar', unit: 'year', offset: 0 }, years: { op: '=', value: 30 } }
 */
const anniversarySchema = z
  .strictObject({
    type: z.literal('anniversary'),
    of: z.enum(ANNIVERSARIES),
    on: anniversaryWindowSchema,
    years: comparisonSchema.optional(),
  })
  .superRefine(({ on, years }, ctx) => {
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (years !== undefined && [years.value].flat().some((n) => !Number.isInteger(n) || n < 0 || n > 150))
      refuse(['years', 'value'], 'years are whole numbers from 0 to 150')
    if (on.kind === 'calendar' && on.unit === 'year' && years === undefined)
      refuse(['on', 'unit'], 'everybody’s day is in every year: give years too, or a shorter window')
    if ((on.kind === 'next' || on.kind === 'last') && on.n > LONGEST[on.unit])
      refuse(['on', 'n'], 'a window is at most one year long')
    if (on.kind === 'dates' && Date.parse(on.to) - Date.parse(on.from) > YEAR)
      refuse(['on', 'to'], 'a window is at most one year long')
    if (on.kind === 'months' && new Set(on.months).size < on.months.length)
      refuse(['on', 'months'], 'name each month once')
  })
export type AnniversaryCondition = z.infer<typeof anniversarySchema>

const LONGEST = { day: 366, week: 52, month: 12 } as const
const YEAR = 366 * 86_400_000

export const anniversary: ConditionDefinition<'anniversary', AnniversaryCondition> = {
  type: 'anniversary',
  entity: 'customer',
  schema: anniversarySchema,
  form: {
    title: 'Birthday or anniversary',
    start: { type: 'anniversary', of: 'birthday', on: { kind: 'next', n: 30, unit: 'day' } },
  },
  meaning:
    'A birthday, or the anniversary of the sign-up (created_at) or first order, falls in a window ahead or behind, whatever the year. next: today and n units ahead. calendar: offset 0 this, 1 next. days: MM-DD, any year. years: how many years it then is (turning 30)',
  phrases: anniversaryPhrases,
  about: ({ of }) => `anniversary ${of}`,
  called: () => 'birthday anniversary',
  normal: (condition) => ({
    ...condition,
    on: normalWindow(condition.on),
    ...(condition.years === undefined ? {} : { years: normalComparison(condition.years) }),
  }),
  sources: ({ of }) => (of === 'first_order' ? ['orders'] : ['customers']),
  columns: ({ of }) => (of === 'first_order' ? [] : [{ name: of, key: 'of' }]),
  check: () => [],
  words: anniversaryWords,
  plan: planAnniversary,
  predicate: anniversaryPredicate,
  fromSql: anniversaryFromSql,
  holds(condition, customer, _population, ctx) {
    const began = dayOf(condition, customer, ctx)
    if (began === undefined || Number(began.slice(0, 4)) < EARLIEST[condition.of]) return false
    return stretchesOf(condition.on, ctx.now, ctx.zone).some((one) => fallsIn(one, began, condition))
  },
  // Days begin and end at midnight.
  turns: (_condition, _customer, _rows, _ctx, { breaks }) => breaks,
  actual(condition, customer, _population, ctx) {
    const began = dayOf(condition, customer, ctx)
    if (began === undefined) return UNKNOWN[condition.of]
    return `${BEGAN[condition.of]} on ${dateWords(began)}`
  },
  miss(condition, customer, _population, ctx) {
    const began = dayOf(condition, customer, ctx)
    return began === undefined ? undefined : dayMiss(condition, began, ctx)
  },
}

/** The nearest day of the year that would turn it, as long as it is in so many years; undefined where none would. */
function dayMiss(condition: AnniversaryCondition, began: string, ctx: ReadingContext): Miss | undefined {
  const stretches = stretchesOf(condition.on, ctx.now, ctx.zone)
  const day = Temporal.PlainDate.from(began)
  const passes = (moved: number) =>
    stretches.some((one) => fallsIn(one, day.add({ days: moved }).toString(), condition))
  const now = passes(0)
  for (let days = 1; days <= HALF_A_YEAR; days++) {
    const moved = [days, -days].find((one) => passes(one) !== now)
    if (moved !== undefined)
      return {
        words: `${countOf(days, 'day')} ${moved > 0 ? 'later' : 'earlier'} in the year`,
        size: days / HALF_A_YEAR,
      }
  }
  return undefined
}

const HALF_A_YEAR = 183

const EARLIEST = { birthday: 0, created_at: FIRST_YEAR, first_order: FIRST_YEAR } as const
const BEGAN = { birthday: 'was born', created_at: 'joined', first_order: 'first ordered' } as const
const UNKNOWN = {
  birthday: 'has no known birthday',
  created_at: 'has no known joining date',
  first_order: 'has no orders',
} as const

function fallsIn({ year, from, to }: Stretch, began: string, { years }: AnniversaryCondition): boolean {
  const day = began.slice(5)
  return (
    day >= from &&
    day <= to &&
    Number(began.slice(0, 4)) <= year &&
    (years === undefined || compare(year - Number(began.slice(0, 4)), years))
  )
}

/** The day it began, `YYYY-MM-DD`, in the workspace's zone. */
function dayOf(
  { of }: AnniversaryCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): string | undefined {
  switch (of) {
    case 'birthday':
      return customer.birthday ?? undefined
    case 'created_at': {
      const { createdAt } = customer
      return createdAt === null || createdAt > ctx.now ? undefined : dateAt(createdAt, ctx.zone)
    }
    case 'first_order': {
      const at = orderDate('first_date', ordersIn(customer, {}, ctx))
      return at === undefined ? undefined : dateAt(at, ctx.zone)
    }
  }
}

/** Months in their order; a single month, and days that a month holds, as they are. */
const normalWindow = (on: AnniversaryCondition['on']): AnniversaryCondition['on'] =>
  on.kind === 'months' ? { ...on, months: on.months.toSorted((a, b) => a - b) } : on
