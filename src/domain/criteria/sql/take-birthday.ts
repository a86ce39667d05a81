import type { DateEdge } from '../../time/birth-dates.ts'
import { type Window, windowSchema } from '../../time/window.ts'
import { type CompareOp, type Expression, MIRRORED } from './expression.ts'
import { type Moment, momentOf } from './moments.ts'
import type { SqlContext } from './reading.ts'

/** Takes the tests of a column of calendar dates out of some tests; undefined where they make no one window. */
export function takeBirthWindow(
  tests: Expression[],
  isColumn: (part: Expression) => boolean,
  ctx: SqlContext,
): Window | undefined {
  const found = tests.map((test) => edgesOf(test, isColumn, ctx))
  const window = windowWith(found.flatMap((own) => own ?? []))
  if (window === undefined || !windowSchema.safeParse(window).success) return undefined
  const left = tests.filter((_, i) => found[i] === undefined)
  tests.splice(0, tests.length, ...left)
  return window
}

function edgesOf(
  test: Expression,
  isColumn: (part: Expression) => boolean,
  ctx: SqlContext,
): readonly DateEdge[] | undefined {
  if (test.kind === 'between' && !test.not && isColumn(test.of)) {
    const [low, high] = [edge('>=', test.low, ctx), edge('<=', test.high, ctx)]
    return low === undefined || high === undefined ? undefined : [...low, ...high]
  }
  if (test.kind !== 'compare') return undefined
  if (isColumn(test.left)) return edge(test.op, test.right, ctx)
  return isColumn(test.right) ? edge(MIRRORED[test.op], test.left, ctx) : undefined
}

function edge(op: CompareOp, right: Expression, ctx: SqlContext): readonly DateEdge[] | undefined {
  const moment = momentOf(right, ctx)
  const date = moment && dateOf(moment)
  if (date === undefined || op === '<>') return undefined
  if (op !== '=') return [{ op, date }]
  return [
    { op: '>=', date },
    { op: '<=', date },
  ]
}

function dateOf(moment: Moment): DateEdge['date'] | undefined {
  if (moment.kind === 'day') return moment.date
  if (moment.kind === 'back') return { kind: 'date', n: moment.n, unit: moment.unit }
  return moment.kind === 'named' && moment.date.kind === 'date' ? moment.date : undefined
}

function windowWith(edges: readonly DateEdge[]): Window | undefined {
  const isToday = ({ op, date }: DateEdge) => op === '<=' && typeof date !== 'string' && date.n === 0
  const [lower, second] = edges.filter(({ op }) => op === '>' || op === '>=')
  const [upper, another] = edges.filter((one) => (one.op === '<' || one.op === '<=') && !isToday(one))
  if (second !== undefined || another !== undefined || (lower ?? upper) === undefined) return undefined
  return datesBetween(lower, upper) ?? yearsBetween(lower, upper)
}

function datesBetween(lower: DateEdge | undefined, upper: DateEdge | undefined): Window | undefined {
  const [first, last] = [lower?.date, upper?.date]
  if (typeof (first ?? '') !== 'string' || typeof (last ?? '') !== 'string') return undefined
  return {
    kind: 'dates',
    ...(typeof first === 'string' && { [lower?.op === '>=' ? 'from' : 'after']: first }),
    ...(typeof last === 'string' && { [upper?.op === '<=' ? 'to' : 'before']: last }),
  }
}

function yearsBetween(lower: DateEdge | undefined, upper: DateEdge | undefined): Window | undefined {
  const [far, near] = [lower?.date, upper?.date]
  if (typeof far === 'string' || typeof near === 'string') return undefined
  if (far === undefined) return near && { kind: 'older', n: near.n, unit: near.unit }
  if (near === undefined) return { kind: 'last', n: far.n, unit: far.unit }
  return near.unit === far.unit ? { kind: 'ago', from: near.n, to: far.n, unit: far.unit } : undefined
}
