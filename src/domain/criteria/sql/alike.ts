import { foldText } from '#kernel/text.ts'
import { dateName } from '../../time/named-dates.ts'
import { type Expression, MIRRORED, negated, type Query, type Source } from './expression.ts'

/** How sqlView marks parts that hold days counted from now: they are known by their names, as dates are. */
export const DAYS_PART = 'days: '

/**
 * Do two tests say the same in the same way? Aliases, parentheses, the order of what AND and OR join, and the sides
 * of a comparison make no difference; neither does what holds of every row that is looked at: that it is no
 * cancelled order, and not dated after now.
 */
export const isAlike = (a: Expression, b: Expression): boolean =>
  textOf(plain(a, TOP)) === textOf(plain(b, TOP))

/** What tables are called where a test stands: places instead of aliases. */
interface Tables {
  readonly depth: number
  readonly places: ReadonlyMap<string, string>
}
const TOP: Tables = { depth: 0, places: new Map() }

const textOf = (value: unknown): string => JSON.stringify(value)

function plain(part: Expression, tables: Tables): unknown {
  const inner = (one: Expression) => plain(one, tables)
  // Texts are compared ignoring case.
  const compared = (one: Expression, other: Expression): unknown =>
    one.kind === 'text' && other.kind === 'column' ? ['text', foldText(one.value)] : inner(one)
  switch (part.kind) {
    case 'and':
    case 'or':
      return joined(part.kind, flat(part.kind, part.of), tables)
    case 'not': {
      const opposite = negated(part.of)
      return opposite.kind === 'not' ? ['not', inner(part.of)] : inner(opposite)
    }
    case 'is':
      return ['is', inner(part.of), part.what, part.not]
    case 'compare': {
      const [left, right] = [compared(part.left, part.right), compared(part.right, part.left)]
      const turned =
        part.op === '>' || part.op === '>=' || (part.op.length < 2 && textOf(left) > textOf(right))
      return turned ? [MIRRORED[part.op], right, left] : [part.op, left, right]
    }
    case 'binary':
      return [part.op, inner(part.left), inner(part.right)]
    case 'between':
      return ['between', inner(part.of), inner(part.low), inner(part.high), part.not]
    case 'in':
      return ['in', inner(part.of), part.values.map((one) => compared(one, part.of)), part.not]
    case 'in_query':
      return ['in', inner(part.of), plainQuery(part.query, tables), part.not]
    case 'like':
      return ['like', inner(part.of), inner(part.pattern), part.escape ?? null, part.not]
    case 'exists':
      // Whatever it selects.
      return ['exists', plainQuery({ ...part.query, columns: [] }, tables), part.not]
    case 'column':
      return [
        'column',
        tables.places.get(part.table) ?? part.view ?? part.table,
        part.name.replace(/_key$/, ''),
      ]
    case 'call':
      return [
        part.name,
        localShift(part.args).map(inner),
        part.distinct ?? false,
        part.over === undefined
          ? null
          : [
              part.over.partitionBy.map(inner),
              part.over.orderBy.map(({ of, descending }) => [inner(of), descending]),
            ],
      ]
    case 'query':
      return ['query', plainQuery(part.query, tables)]
    case 'case':
      return [
        'case',
        part.on === undefined ? null : inner(part.on),
        part.whens.map(({ when, value }) => [inner(when), inner(value)]),
        part.else === undefined ? null : inner(part.else),
      ]
    case 'date':
      return ['date', dateName(part.date)]
    case 'text':
    case 'number':
    case 'bool':
      return [part.kind, part.value]
    case 'interval':
      return ['interval', part.text]
    case 'null':
    case 'star':
      return [part.kind]
  }
}

const flat = (kind: 'and' | 'or', of: readonly Expression[]): readonly Expression[] =>
  of.flatMap((part) => (part.kind === kind && 'of' in part ? flat(kind, part.of) : [part]))

function joined(kind: 'and' | 'or', of: readonly Expression[], tables: Tables): unknown {
  const tests = kind === 'and' ? of.filter((test) => !holdsOfAll(test)) : of
  const texts = tests.map((test) => textOf(plain(test, tables))).toSorted()
  return texts.length === 1 ? JSON.parse(texts.join()) : [kind, texts]
}

/** `ordered_at <= now`, `status <> 'cancelled'` */
function holdsOfAll(test: Expression): boolean {
  if (test.kind !== 'compare') return false
  const { op, left, right } = test
  const [of] = left.kind === 'call' && ['min', 'max'].includes(left.name) ? left.args : [left]
  if (of?.kind !== 'column') return false
  if (op === '<=') return right.kind === 'date' && right.date.kind === 'now'
  return (
    op === '<>' && /^(order_)?status$/.test(of.name) && right.kind === 'text' && right.value === 'cancelled'
  )
}

function plainQuery(query: Query, outer: Tables): unknown {
  const depth = outer.depth + 1
  const own = query.from.map(({ alias }, i) => [alias, `${depth}.${i}`] as const)
  const tables: Tables = { depth, places: new Map([...outer.places, ...own]) }
  const inner = (part: Expression) => plain(part, tables)
  const all = (test: Expression | undefined) =>
    test === undefined ? null : joined('and', flat('and', [test]), tables)
  return [
    query.columns.map(({ of, as }) => [inner(of), as ?? null]),
    query.from.map((source) => plainSource(source, outer, inner)),
    all(query.where),
    query.groupBy.map(inner),
    all(query.having),
    query.orderBy.map(({ of, descending }) => [inner(of), descending]),
    query.limit === undefined ? null : inner(query.limit),
    query.next === undefined ? null : [query.next.op, plainQuery(query.next.query, outer)],
  ]
}

const plainSource = (
  { view, part, query, join, on }: Source,
  outer: Tables,
  inner: (part: Expression) => unknown,
): unknown => [
  part?.startsWith(DAYS_PART) ? part : (view ?? (query === undefined ? null : plainQuery(query, outer))),
  join,
  on === undefined ? null : inner(on),
]

const OFFSET = /^[+-]\d\d:\d\d(:\d\d)?$/

/** The shift of a date function to the workspace's clocks: of those that held in turn the one that holds now. */
function localShift(args: readonly Expression[]): readonly Expression[] {
  const last = args.at(-1)
  if (last === undefined || args.length < 2) return args
  const shift = last.kind === 'case' ? last.else : last
  if (shift?.kind !== 'text' || !OFFSET.test(shift.value)) return args
  return [...args.slice(0, -1), ...(/^[+-]00:00$/.test(shift.value) ? [] : [shift])]
}
