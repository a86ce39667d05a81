import { sql } from 'kysely'
import { z } from 'zod'
import { formatMoney, fromMinor } from '#kernel/money.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import { CHANGE_OPERATORS, LIMIT_WORDS } from '../change/change.ts'
import type { ConditionDefinition, PlanContext, ReadingContext } from '../define.ts'
import { compare, numberWords } from '../shared/comparison.ts'
import { allOf, byFacts } from '../shared/set-query.ts'
import { allText } from '../shared/sql-text.ts'
import {
  figureOf,
  figureProblems,
  figureSchema,
  figureSources,
  figureWords,
  isChange,
  isMoney,
  isOfProducts,
  normalFigure,
} from './figure.ts'
import { figureRaw, figureText } from './figure-sql.ts'
import { figuresFromSql } from './figures-from-sql.ts'
import { figuresPhrases } from './figures-phrases.ts'

/** Factors are counted in ten-thousandths. */
const FINEST = 10_000

/**
 * One figure of a customer against another of theirs, times a factor (1 when none is given): more orders in store
 * than online, discounts of over 15 % of the spend. Who has nothing of either never passes, nor does somebody of
 * whom one of the two is unknown.
 *
 * @example { type: 'figures', left: { from: 'orders', measure: 'spend', of: { category: ['Tea'] } }, op: '>', right: { from: 'orders', measure: 'spend', of: { category: ['Coffee'] } } }
 */
export const figuresSchema = z
  .strictObject({
    type: z.literal('figures'),
    left: figureSchema,
    op: z.enum(CHANGE_OPERATORS),
    times: z.number().gt(0).max(1000).optional(),
    right: figureSchema,
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (c.times !== undefined && c.times !== Math.round(c.times * FINEST) / FINEST)
      refuse('times', 'a factor has at most 4 decimals')
    for (const side of ['left', 'right'] as const) {
      const figure = c[side]
      if (figure.from === 'orders' && figure.of !== undefined && !isOfProducts(figure.measure))
        refuse(side, 'of products, count, spend and units can be told')
    }
    if (isMoney(c.left) !== isMoney(c.right))
      refuse('right', 'an amount of money can’t be compared with a number of things')
    if (JSON.stringify(c.left) === JSON.stringify(c.right))
      refuse('right', 'the two figures are the same: nothing is compared')
    if (isChange(c.left, c.right))
      refuse('right', 'the same figure in two stretches of time is a condition of type change')
  })
export type FiguresCondition = z.infer<typeof figuresSchema>

export const figures: ConditionDefinition<'figures', FiguresCondition> = {
  type: 'figures',
  entity: 'customer',
  schema: figuresSchema,
  form: {
    title: 'One figure against another',
    start: {
      type: 'figures',
      left: { from: 'orders', measure: 'count', where: { device: ['mobile'] } },
      op: '>',
      right: { from: 'orders', measure: 'count', where: { device: ['desktop'] } },
    },
  },
  meaning:
    'left, compared with times (1) right: two figures of the same customer. Nobody who has nothing of either. In two times of one figure: change',
  phrases: figuresPhrases,
  normal: ({ times, ...condition }) => ({
    ...condition,
    left: normalFigure(condition.left),
    right: normalFigure(condition.right),
    ...(times !== undefined && times !== 1 && { times }),
  }),
  sources: ({ left, right }) => [...new Set([...figureSources(left), ...figureSources(right)])],
  check: ({ left, right }, ctx) => [
    ...figureProblems(left, 'left', ctx),
    ...figureProblems(right, 'right', ctx),
  ],
  words({ left, op, times = 1, right }, ctx) {
    const factor =
      times === 1 ? '' : times < 1 ? `${numberWords(100 * times)}% of ` : `${numberWords(times)} times `
    return `have a ${figureWords(left, ctx, right)} that is ${LIMIT_WORDS[op]} ${factor}their ${figureWords(right, ctx, left)}`
  },
  plan(condition, ctx) {
    const [left, right] = [figureRaw(condition.left, ctx), figureRaw(condition.right, ctx)]
    const compared = sql<boolean>`${FINEST} * ${left} ${sql.raw(condition.op)} ${factorOf(condition)} * ${right}`
    return byFacts(ctx.dialect, [
      ...(letsNothingPass(condition) ? [sql<boolean>`${left} + ${right} <> 0`] : []),
      allOf([compared]),
    ])
  },
  predicate: figuresPredicate,
  fromSql: figuresFromSql,
  holds(condition, customer, _population, ctx) {
    const [left, right] = bothOf(condition, customer, ctx)
    if (left === undefined || right === undefined) return false
    if (letsNothingPass(condition) && left + right === 0) return false
    return compare(FINEST * left, { op: condition.op, value: factorOf(condition) * right })
  },
  actual(condition, customer, _population, ctx) {
    const [left, right] = bothOf(condition, customer, ctx)
    const money = isMoney(condition.left)
    const told = (value: number | undefined) =>
      value === undefined
        ? 'none'
        : money
          ? formatMoney(fromMinor(Math.round(value), ctx.currency), ctx.currency)
          : numberWords(value)
    return `has a ${figureWords(condition.left, ctx)} of ${told(left)} against ${told(right)} for the ${figureWords(condition.right, ctx)}`
  },
}

const factorOf = ({ times = 1 }: FiguresCondition): number => Math.round(times * FINEST)

/** 0 is at least 0, which would let in everybody who has nothing of either. */
const letsNothingPass = ({ op }: FiguresCondition): boolean => op.endsWith('=')

const bothOf = (
  { left, right }: FiguresCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): readonly [number | undefined, number | undefined] => [
  figureOf(left, customer, ctx),
  figureOf(right, customer, ctx),
]

/** The same as SQL that people read. */
function figuresPredicate(condition: FiguresCondition, ctx: PlanContext): string {
  const [left, right] = [figureText(condition.left, ctx), figureText(condition.right, ctx)]
  const factor = factorOf(condition)
  const compared =
    factor === FINEST
      ? `${left} ${condition.op} ${right}`
      : `${FINEST} * ${left} ${condition.op} ${factor} * ${right}`
  return letsNothingPass(condition) ? allText([`${left} + ${right} <> 0`, compared]) : compared
}
