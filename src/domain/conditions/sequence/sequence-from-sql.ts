import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import { firstIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { takeDeed } from '../shared/deed-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { Apart } from './sequence-apart.ts'
import type { SequenceCondition } from './sequence.ts'

/** Rows with (or without) later rows of the same customer: `… AND EXISTS (… later.ordered_at >= earlier.occurred_at)` */
export function sequenceFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  const parts = test.kind === 'members' ? test.rows.tests : conjunctsOf(test.test)
  const tests = [...parts]
  const followed = take(tests, followedIn)
  if (followed === undefined) return undefined
  const { query, times, not } = followed
  const [source] = query.from
  // Without a name of its own it is an abandoned cart, which is written so.
  if (source === undefined || source.alias === source.view) return undefined
  const later = [...conjunctsOf(query.where)]
  const next_first_ever = take(later, firstEver)
  for (;;) if (take(later, (one) => (ties(one) ? one : undefined)) === undefined) break
  const next = takeDeed(source.view, later, ctx)
  if (next === undefined) return undefined
  const shown = test.kind === 'members' ? test.shown : test.test
  const apart = firstIn(shown, apartIn)
  const rest = {
    next: next.deed,
    ...(next_first_ever && { next_first_ever }),
    ...(not && { not }),
    ...(times !== undefined && { times }),
    ...(apart && { apart }),
  } satisfies Partial<SequenceCondition>
  if (test.kind === 'columns') {
    const { within } = takeWindow(tests, isNamed('created_at'), ctx)
    return ctx.printed(
      [{ type: 'sequence', first: { did: 'signed_up' }, ...rest, ...(within && { within }) }],
      shown,
    )
  }
  const first_ever = take(tests, firstEver)
  const first = takeDeed(test.rows.view, tests, ctx)
  if (first === undefined) return undefined
  const { deed, within } = first
  return ctx.printed(
    [
      {
        type: 'sequence',
        first: deed,
        ...(first_ever && { first_ever }),
        ...rest,
        ...(within && { within }),
      },
    ],
    shown,
  )
}

interface Followed {
  readonly query: Query
  readonly times?: number
  readonly not?: true
}

/** `EXISTS (…)`, `(SELECT COUNT(DISTINCT id) …) >= 3` */
function followedIn(test: Expression): Followed | undefined {
  if (test.kind === 'exists') return { query: test.query, ...(test.not && { not: true }) }
  if (test.kind !== 'compare' || test.left.kind !== 'query' || test.right.kind !== 'number') return undefined
  return { query: test.left.query, times: test.right.value, ...(test.op === '<' && { not: true }) }
}

/** `later.id = (SELECT id … ORDER BY ordered_at, id LIMIT 1)` */
const firstEver = (test: Expression): true | undefined =>
  test.kind === 'compare' &&
  test.op === '=' &&
  test.right.kind === 'query' &&
  test.right.query.limit !== undefined
    ? true
    : undefined

/** Two columns, or a column and a time after another: what ties a row to the one before. */
const ties = (test: Expression): boolean =>
  test.kind === 'compare' &&
  test.left.kind === 'column' &&
  (test.right.kind === 'column' || (test.right.kind === 'call' && test.right.name === 'datetime'))

/** `'+14 days'` */
function apartIn(part: Expression): Apart | undefined {
  if (part.kind !== 'call' || part.name !== 'datetime' || part.args[0]?.kind !== 'column') return undefined
  const [, added] = part.args
  const [, n, unit] = (added?.kind === 'text' && /^\+(\d+) (hour|day)s?$/.exec(added.value)) || []
  if (n === undefined) return undefined
  return { n: Number(n), unit: unit === 'hour' ? 'hour' : 'day' }
}
