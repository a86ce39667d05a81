import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { type Condition, conditions, definitionOf } from '../conditions/index.ts'
import { normalCriteria } from './normal.ts'
import { parseCriteria } from './parse.ts'
import type { Criteria } from './schema.ts'
import { isAlike } from './sql/alike.ts'
import { columnName } from './sql/take.ts'
import { type Expression, negated, type Query } from './sql/expression.ts'
import { sqlOf } from './sql/expression-text.ts'
import { membersIn } from './sql/members.ts'
import { containsOver } from './sql/opened.ts'
import { customersIn, SEGMENT_PART } from './sql/customers.ts'
import type { ParseSql } from './sql/parse-sql.ts'
import { statementOf } from './sql-view.ts'
import { subjectIn, subjectOf } from './sql/subjects.ts'
import { isUnread, type SqlContext, type SqlReading, type SqlTest, type Unread } from './sql/reading.ts'

/** Criteria that SQL means, and what was settled that it leaves open. */
export interface FromSql {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
}

/**
 * The inverse of sqlView, which takes more than that prints: a SELECT over the documented views, or a bare
 * condition. Nothing of it is run. Throws InputError that quotes the part that can't be expressed.
 */
export function criteriaFromSql(
  sql: string,
  parse: ParseSql,
  context: Omit<SqlContext, 'assume' | 'criteria' | 'printed'>,
): FromSql {
  const assumptions: string[] = []
  const ctx: SqlContext = {
    ...context,
    criteria: (query) => queryCriteria(query, ctx),
    printed: (candidates, test) => printed(candidates, test, parse, ctx),
    assume: (sentence) => assumptions.push(sentence),
  }
  const criteria = queryCriteria(parse(sql), ctx)
  return {
    criteria: parseCriteria(normalCriteria(criteria)),
    assumptions: [...new Set(assumptions)],
  }
}

/** A reading that is as good as the printed form: whatever was guessed, its own SQL must come to the same. */
function printed(
  candidates: readonly Condition[],
  test: Expression,
  parse: ParseSql,
  ctx: SqlContext,
): Criteria | undefined {
  const conditions = candidates.flatMap((candidate) => {
    const condition = definitionOf(candidate).schema.safeParse(candidate).data
    const { where } = condition === undefined ? {} : parse(statementOf(condition, ctx))
    return condition === undefined || where === undefined ? [] : [{ condition, where }]
  })
  const same = conditions.find(({ where }) => isAlike(where, test))
  if (same !== undefined) return same.condition
  if (test.kind !== 'in_query' && test.kind !== 'exists') return undefined
  const opposite = conditions.find(({ where }) => isAlike(where, negated(test)))
  return opposite && { none: [opposite.condition] }
}

/** Everybody whom a SELECT names. */
function queryCriteria(query: Query, ctx: SqlContext): Criteria {
  const { next, ...alone } = query
  const first = customersIn(alone, ctx, reader)
  if (next === undefined) return first
  const others = queryCriteria(next.query, ctx)
  switch (next.op) {
    case 'union':
      return { any: [first, others] }
    case 'intersect':
      return { all: [first, others] }
    case 'except':
      return { all: [first, { none: [others] }] }
  }
}

/** Who passes a test: for whom it is true, not unknown. */
function trueFor(test: Expression, ctx: SqlContext): Criteria {
  if (test.kind === 'and') return allOf(test.of, ctx)
  if (test.kind === 'or') return anyOf(test.of, ctx)
  if (test.kind === 'not') {
    const inner = negated(test.of)
    return inner.kind === 'not' ? leaf(inner, ctx) : trueFor(inner, ctx)
  }
  if (test.kind !== 'is' || test.what === 'null') return leaf(test, ctx)
  const passes = trueFor(test.what === 'true' ? test.of : negated(test.of), ctx)
  return test.not ? { none: [passes] } : passes
}

/** Comparisons of one column that stand side by side may be one condition: the ends of a window. */
function allOf(tests: readonly Expression[], ctx: SqlContext): Criteria {
  const whole = attempt({ kind: 'columns', test: { kind: 'and', of: tests } }, ctx)
  if (whole !== undefined && !isUnread(whole)) return whole
  const groups = new Map<string, Expression[]>()
  for (const [i, test] of tests.entries()) {
    if (constant(test) === true) continue
    const column = test.parens === undefined ? comparedColumn(test) : undefined
    const key = column ?? `test ${i}`
    groups.set(key, [...(groups.get(key) ?? []), test])
  }
  const parts = [...groups.values()].flatMap((group): Criteria[] => {
    const together =
      group.length > 1 ? attempt({ kind: 'columns', test: { kind: 'and', of: group } }, ctx) : undefined
    return together === undefined || isUnread(together) ? group.map((test) => trueFor(test, ctx)) : [together]
  })
  const [only] = parts
  if (only === undefined) throw everybody()
  return parts.length === 1 ? only : { all: parts }
}

function comparedColumn(test: Expression): string | undefined {
  if (test.kind !== 'compare') return undefined
  return columnName(test.left) ?? columnName(test.right)
}

function anyOf(tests: readonly Expression[], ctx: SqlContext): Criteria {
  if (tests.some((one) => constant(one) === true)) throw everybody()
  const whole = attempt({ kind: 'columns', test: { kind: 'or', of: tests } }, ctx)
  if (whole !== undefined && !isUnread(whole)) return whole
  return { any: tests.filter((one) => constant(one) !== false).map((one) => trueFor(one, ctx)) }
}

/** `1 = 1`, TRUE: what says nothing about anybody. */
function constant(test: Expression): boolean | undefined {
  if (test.kind === 'bool') return test.value
  if (test.kind !== 'compare' || test.left.kind !== 'number' || test.right.kind !== 'number') return undefined
  const [a, b] = [test.left.value, test.right.value]
  return { '=': a === b, '<>': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[test.op]
}

function leaf(test: Expression, ctx: SqlContext): Criteria {
  const said = constant(test)
  if (said === true) throw everybody()
  if (said === false) {
    throw new InputError(`“${sqlOf(test)}” holds for nobody`, { next: 'Leave it out.' })
  }
  const drawn = ownRows(test) ? attempt({ kind: 'columns', test }, ctx) : undefined
  if (drawn !== undefined && !isUnread(drawn)) return drawn
  const inner = innerSubjects(test, ctx)
  if (inner !== undefined) return inner
  const members = membersIn(test)
  const rows = members && attempt(members, ctx)
  // Two SELECTs that are compared with each other are nobody's rows.
  const reading =
    rows === undefined || isUnread(rows) ? (attempt({ kind: 'columns', test }, ctx) ?? rows) : rows
  if (reading === undefined) throw inexpressible({ unread: test })
  if (isUnread(reading)) throw inexpressible(reading)
  return reading
}

/** Is a test of what a part of the statement says of everybody, as a distance? */
const ownRows = (test: Expression): boolean =>
  test.kind === 'in_query' &&
  test.query.from[0]?.part !== undefined &&
  !test.query.from[0].part.startsWith(SEGMENT_PART)

/** `customer.id IN (SELECT id FROM v_customers WHERE …)`, or of a part that the statement names. */
function innerSubjects(test: Expression, ctx: SqlContext): Criteria | undefined {
  if (test.kind !== 'in_query' || test.of.kind !== 'column' || test.of.name !== 'id') return undefined
  const [column, another] = test.query.columns
  // Whoever is ranked is read by the rank.
  const placed = test.query.from[0]?.query
  if (test.query.limit !== undefined || (placed !== undefined && containsOver(placed))) return undefined
  const ids = another === undefined && column?.of.kind === 'column' && column.of.name === 'id'
  if (subjectOf(test.of.view) === undefined || !ids) return undefined
  const inner = queryCriteria(test.query, ctx)
  return test.not ? { none: [inner] } : inner
}

/** What the conditions make of a test: the first that reads it, else the first that knows what is wrong. */
function attempt(test: SqlTest, ctx: SqlContext): Criteria | Unread | undefined {
  let wrong: Unread | undefined
  const entity = test.kind === 'members' ? test.entity : subjectIn(test.test)
  for (const definition of conditions) {
    if (definition.entity !== entity) continue
    const stated: string[] = []
    const reading: SqlReading = definition.fromSql(test, {
      ...ctx,
      assume: (sentence) => stated.push(sentence),
    })
    if (reading === undefined) continue
    if (isUnread(reading)) {
      wrong ??= reading
      continue
    }
    for (const sentence of stated) ctx.assume(sentence)
    return reading
  }
  return wrong
}

const reader = { trueFor, attempt, query: queryCriteria, everybody, inexpressible }
export type SqlReader = typeof reader

function everybody(): InputError {
  return new InputError('This SQL is about everybody: it has no condition', {
    next: `Add a WHERE, for example ${joinWords(["country = 'CA'", "email_consent = 'subscribed'"], 'or')}.`,
  })
}

function inexpressible({ unread, why = 'is no condition that Muster has', next }: Unread): InputError {
  return new InputError(`“${shortened(sqlOf(unread))}” ${why}`, {
    next: next ?? 'Leave that part out, or say in words what it is for.',
  })
}

const shortened = (sql: string): string => (sql.length > 200 ? `${sql.slice(0, 199)}…` : sql)
