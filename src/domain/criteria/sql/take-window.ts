import { dateAt } from '../../time/bounds.ts'
import { type Edge, windowWith } from '../../time/sql-text.ts'
import { type Window, windowSchema } from '../../time/window.ts'
import { type CompareOp, type Expression, MIRRORED } from './expression.ts'
import { type Moment, momentOf, shifted } from './moments.ts'
import type { SqlContext } from './reading.ts'
import { numberOf } from './take.ts'

/** A window that rows must lie in; 'always' where they need only not lie in the future. */
export interface TakenWindow {
  readonly within?: Window
}

/**
 * Takes the tests of a column of instants out of some tests, and says which window they come to together.
 * Where they come to none, they stay.
 */
export function takeWindow(
  tests: Expression[],
  isColumn: (part: Expression) => boolean,
  ctx: SqlContext,
): TakenWindow {
  const stated: string[] = []
  const noting: SqlContext = { ...ctx, assume: (sentence) => stated.push(sentence) }
  const found = tests.map((test) => edgesOf(test, isColumn, noting))
  const edges = found.flatMap((own) => own ?? [])
  if (edges.length === 0) return {}
  const window = windowWith(mended(edges, noting))
  if (window === undefined) return {}
  if (window !== 'always' && !windowSchema.safeParse(window).success) return {}
  const left = tests.filter((_, i) => found[i] === undefined)
  tests.splice(0, tests.length, ...left)
  for (const sentence of stated) ctx.assume(sentence)
  return window === 'always' ? {} : { within: window }
}

/** A date alone as the end of a window is one that stays where it is. */
function mended(edges: readonly Edge[], ctx: SqlContext): readonly Edge[] {
  const lower = edges.some(({ op }) => op === '>' || op === '>=')
  return edges.map((edge) => {
    const { op, date } = edge
    if (lower || op !== '<' || date.kind !== 'unit' || date.unit !== 'day') return edge
    const n = -date.offset
    if (n < 1) return edge
    ctx.assume(`“before the day ${n} days ago” is read as more than ${n} days ago, to the second.`)
    return { op: '<=', date: { kind: 'ago', n, unit: 'day' } }
  })
}

/** What a test says of the column; undefined where it says nothing. */
function edgesOf(
  test: Expression,
  isColumn: (part: Expression) => boolean,
  ctx: SqlContext,
): readonly Edge[] | undefined {
  if (test.kind === 'between' && !test.not) {
    const low = edgesOf({ kind: 'compare', op: '>=', left: test.of, right: test.low }, isColumn, ctx)
    const high = edgesOf({ kind: 'compare', op: '<=', left: test.of, right: test.high }, isColumn, ctx)
    return low === undefined || high === undefined ? undefined : [...low, ...high]
  }
  if (test.kind !== 'compare') return undefined
  const { left, right } = test
  return (
    comparedEdges(left, test.op, right, isColumn, ctx) ??
    comparedEdges(right, MIRRORED[test.op], left, isColumn, ctx)
  )
}

function comparedEdges(
  left: Expression,
  op: CompareOp,
  right: Expression,
  isColumn: (part: Expression) => boolean,
  ctx: SqlContext,
): readonly Edge[] | undefined {
  const since = daysSince(left, isColumn)
  if (since) return sinceEdges(op, numberOf(right))
  const part = partOf(left, isColumn)
  if (part !== undefined && part !== 'second' && part !== 'day') {
    return periodEdges(part, op, right.kind === 'number' ? String(right.value) : textOf(right))
  }
  const moment = part === undefined ? undefined : momentOf(right, ctx)
  if (moment === undefined) return undefined
  return part === 'day' ? dayEdges(op, moment, ctx) : secondEdges(op, moment, ctx)
}

const textOf = (part: Expression): string | undefined => (part.kind === 'text' ? part.value : undefined)

type Part = 'second' | 'day' | 'month' | 'year'

/** Which part of the column is looked at: `date(ordered_at)` is its day. */
function partOf(left: Expression, isColumn: (part: Expression) => boolean): Part | undefined {
  if (isColumn(left)) return 'second'
  if (left.kind !== 'call') return undefined
  const [first, second, third] = left.args
  const isFirst = first !== undefined && isColumn(first)
  switch (left.name) {
    case 'date':
      return isFirst && second === undefined ? 'day' : undefined
    case 'datetime':
      return isFirst && second === undefined ? 'second' : undefined
    case 'cast':
      if (second?.kind !== 'text' || first === undefined) return undefined
      if (second.value === 'DATE') return isFirst ? 'day' : undefined
      return partOf(first, isColumn)
    case 'strftime': {
      const format = textOf(left.args[0] ?? { kind: 'null' })
      if (second === undefined || !isColumn(second) || third !== undefined) return undefined
      return ({ '%Y': 'year', '%Y-%m': 'month', '%Y-%m-%d': 'day' } as const)[format ?? '']
    }
    case 'year':
      return isFirst && second === undefined ? 'year' : undefined
    case 'date_part':
    case 'extract':
      return second !== undefined && isColumn(second) && textOf(first ?? { kind: 'null' }) === 'year'
        ? 'year'
        : undefined
    case 'substr':
    case 'substring': {
      const length = third?.kind === 'number' ? third.value : 0
      if (!isFirst || second?.kind !== 'number' || second.value !== 1) return undefined
      return ({ 4: 'year', 7: 'month', 10: 'day' } as const)[length]
    }
    default:
      return undefined
  }
}

/** `julianday('now') - julianday(ordered_at)` */
function daysSince(left: Expression, isColumn: (part: Expression) => boolean): boolean {
  if (left.kind !== 'binary' || left.op !== '-') return false
  const argument = (part: Expression) =>
    part.kind === 'call' && part.name === 'julianday' && part.args.length === 1 ? part.args[0] : undefined
  const [now, then] = [argument(left.left), argument(left.right)]
  return now?.kind === 'text' && now.value === 'now' && then !== undefined && isColumn(then)
}

function sinceEdges(op: CompareOp, n: number | undefined): readonly Edge[] | undefined {
  if (n === undefined || !Number.isInteger(n) || n < 1) return undefined
  const date = { kind: 'ago', n, unit: 'day' } as const
  if (op === '<' || op === '<=') return [{ op: '>', date }]
  return op === '>' || op === '>=' ? [{ op: '<=', date }] : undefined
}

/** `strftime('%Y-%m', ordered_at) = '2025-03'` */
function periodEdges(
  part: 'month' | 'year',
  op: CompareOp,
  text: string | undefined,
): readonly Edge[] | undefined {
  if (text === undefined || !(part === 'year' ? /^\d{4}$/ : /^\d{4}-(0[1-9]|1[0-2])$/).test(text))
    return undefined
  const first = part === 'year' ? `${text}-01-01` : `${text}-01`
  const following =
    part === 'year'
      ? `${String(Number(text) + 1).padStart(4, '0')}-01-01`
      : shifted(first, 31).replace(/\d\d$/, '01')
  return daysEdges(op, first, shifted(following, -1))
}

/** The ends of a stretch of days, compared as a whole. */
function daysEdges(op: CompareOp, first: string, last: string): readonly Edge[] | undefined {
  switch (op) {
    case '=':
      return [
        { op: '>=', date: { kind: 'start', date: first } },
        { op: '<=', date: { kind: 'end', date: last } },
      ]
    case '>=':
      return [{ op, date: { kind: 'start', date: first } }]
    case '>':
      return [{ op, date: { kind: 'end', date: last } }]
    case '<':
      return [{ op, date: { kind: 'start', date: first } }]
    case '<=':
      return [{ op, date: { kind: 'end', date: last } }]
    case '<>':
      return undefined
  }
}

const ZONED = 'SQL’s own dates are days in UTC; they are read as days in'
const noteZone = ({ zone, assume }: SqlContext): void => {
  if (zone !== 'UTC') assume(`${ZONED} ${zone}.`)
}

/** `date(ordered_at) >= …`: whole days are compared. */
function dayEdges(op: CompareOp, moment: Moment, ctx: SqlContext): readonly Edge[] | undefined {
  if (moment.kind === 'day') {
    noteZone(ctx)
    return daysEdges(op, moment.date, moment.date)
  }
  const offset = daysBack(moment)
  if (offset === undefined) return undefined
  noteZone(ctx)
  const day = (at: number) => ({ kind: 'unit', unit: 'day', offset: at }) as const
  switch (op) {
    case '=':
      return [
        { op: '>=', date: day(offset) },
        ...(offset === 0 ? [] : [{ op: '<', date: day(offset + 1) } as const]),
      ]
    case '>=':
      return [{ op: '>=', date: day(offset) }]
    case '>':
      return offset === 0 ? undefined : [{ op: '>=', date: day(offset + 1) }]
    case '<':
      return [{ op: '<', date: day(offset) }]
    case '<=':
      return offset === 0 ? [] : [{ op: '<', date: day(offset + 1) }]
    case '<>':
      return undefined
  }
}

/** So many whole days before today, as an offset. */
function daysBack(moment: Moment): number | undefined {
  if (moment.kind === 'unit') return moment.unit === 'day' ? moment.offset : undefined
  if (moment.kind !== 'back') return undefined
  if (moment.n === 0) return 0
  if (moment.unit === 'day') return -moment.n
  return moment.unit === 'week' ? -7 * moment.n : undefined
}

function secondEdges(op: CompareOp, moment: Moment, ctx: SqlContext): readonly Edge[] | undefined {
  if (op === '=' || op === '<>') return undefined
  const later = op === '>' || op === '>='
  switch (moment.kind) {
    case 'named':
      return namedEdges(op, moment.date)
    case 'day': {
      noteZone(ctx)
      // As texts, all times of a day are greater than the day alone.
      if (op === '>') ctx.assume(`“> '${moment.date}'” takes in that day itself, since its times are later.`)
      if (op === '<=')
        ctx.assume(`“<= '${moment.date}'” leaves out that day itself, since its times are later.`)
      return [{ op: later ? '>=' : '<', date: { kind: 'start', date: moment.date } }]
    }
    case 'unit':
      noteZone(ctx)
      return [{ op: later ? '>=' : '<', date: { kind: 'unit', unit: moment.unit, offset: moment.offset } }]
    case 'back': {
      const { n, unit, from } = moment
      if (from === 'now' && n === 0) return later ? undefined : [{ op: '<=', date: { kind: 'now' } }]
      const offset = daysBack(moment)
      if (from === 'today' && offset !== undefined) {
        noteZone(ctx)
        return [{ op: later ? '>=' : '<', date: { kind: 'unit', unit: 'day', offset } }]
      }
      if (from === 'today') {
        ctx.assume(`“${n} ${unit}s ago” is counted back from ${dateAt(ctx.now, ctx.zone)} to the second.`)
      }
      return [{ op: later ? '>' : '<=', date: { kind: 'ago', n, unit } }]
    }
  }
}

function namedEdges(op: Edge['op'], date: Edge['date']): readonly Edge[] | undefined {
  const later = op === '>' || op === '>='
  switch (date.kind) {
    case 'now':
      return later ? undefined : [{ op: '<=', date }]
    case 'ago':
      return [{ op: later ? '>' : '<=', date }]
    case 'unit':
    case 'start':
      return [{ op: later ? '>=' : '<', date }]
    case 'end':
      return [{ op: later ? '>' : '<=', date }]
    case 'date':
    case 'before':
      return undefined
  }
}
