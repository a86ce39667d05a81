import type { Entity } from '../../entities/entity.ts'
import { tablesIn } from './columns.ts'
import { conjunctsOf, type Expression, type Query, type Source } from './expression.ts'
import { listedRows, type Members } from './members.ts'
import { unreadable } from './node.ts'
import { OWNERS, subjectOf } from './subjects.ts'

/** What a join of customers with rows of theirs asks: tests of the customers, and of the rows. */
export interface Joined {
  readonly customers: readonly Expression[]
  readonly members: Members
}

const NEXT = 'Ask the other view in a subquery: id IN (SELECT customer_id FROM … WHERE …).'

/** `FROM v_customers AS c JOIN v_orders AS o ON o.customer_id = c.id WHERE … GROUP BY c.id HAVING …` */
export function joinedIn(query: Query): Joined {
  const { from, where, groupBy, having } = query
  const customer = from.find(({ view }) => subjectOf(view) !== undefined)
  const [rows, third] = from.filter((source) => source !== customer)
  const entity = subjectOf(customer?.view)
  if (third !== undefined) throw unreadable('JOIN', NEXT, 'is of three tables')
  if (subjectOf(rows?.view) !== undefined) throw unreadable('JOIN', NEXT, 'is of two kinds of members')
  if (customer === undefined || entity === undefined || rows === undefined) throw unreadable('JOIN', NEXT)
  const left = rows.join === 'left'
  if (left && from[0] !== customer) throw unreadable('LEFT JOIN', NEXT)
  const on = [...conjunctsOf(rows.on), ...conjunctsOf(customer.on)]
  const tie = [...on, ...conjunctsOf(where)].find((test) => ties(test, customer, rows, OWNERS[entity]))
  if (tie === undefined || (left && !on.includes(tie))) {
    throw unreadable(
      'JOIN',
      `Join them by the customer: ON ${rows.alias}.${OWNERS[entity]} = ${customer.alias}.id.`,
    )
  }
  const shown: Expression = { kind: 'query', query }
  const asked = conjunctsOf(where).filter((test) => test !== tie)
  const about = sorted([...on.filter((test) => test !== tie), ...asked], customer, rows)
  const absent = left ? asked.find((test) => isAbsence(test, rows, OWNERS[entity])) : undefined
  const filtered = asked.some((test) => test !== absent && tablesIn(test).has(rows.alias))
  const havings = conjunctsOf(having)
  const { limit, orderBy } = query
  if (
    limit !== undefined &&
    (about.customers.length > 0 || left || groupBy.length === 0 || havings.length > 0)
  ) {
    throw unreadable('LIMIT', 'Rank rows in a subquery: id IN (SELECT customer_id FROM v_orders …).')
  }
  if (
    (havings.length > 0 || limit !== undefined) &&
    !(groupBy.length > 0 && groupBy.every((part) => isCustomers(part, customer, rows, OWNERS[entity])))
  ) {
    throw unreadable('GROUP BY', `Group by ${customer.alias}.id.`)
  }
  // Customers without rows stay in a left join, unless a test of the rows puts them out.
  const orNone = left && !filtered && absent === undefined
  if (orNone && havings.length === 0) {
    throw unreadable('LEFT JOIN', 'Leave it out, or test its rows.', 'narrows nobody')
  }
  if (orNone && havings.some(countsAll)) {
    throw unreadable('COUNT(*)', `In a left join it counts 1 for none: use COUNT(${rows.alias}.id).`)
  }
  const own = about.rows.filter((test) => test !== absent)
  const made = left ? undefined : madeRows(rows, own, havings, entity)
  return {
    customers: about.customers,
    members: {
      kind: 'members',
      entity,
      rows: made ?? {
        ...(rows.view === undefined ? {} : { view: rows.view }),
        source: rows,
        tests: own,
        groupBy: [],
        having: havings,
        ...(orNone ? { orNone: true } : {}),
        orderBy: limit === undefined ? [] : orderBy,
        ...(limit === undefined ? {} : { limit }),
      },
      not: absent !== undefined,
      shown,
    },
  }
}

/** The rows that a named part or an inner SELECT makes. */
function madeRows(rows: Source, tests: readonly Expression[], having: readonly Expression[], entity: Entity) {
  if (rows.query === undefined) return undefined
  const owner: Expression = { kind: 'column', table: rows.alias, name: OWNERS[entity] }
  return listedRows(
    {
      columns: [{ of: owner }],
      from: [rows],
      ...(tests.length === 0 ? {} : { where: { kind: 'and', of: tests } }),
      ...(having.length === 0 ? {} : { having: { kind: 'and', of: having } }),
      groupBy: [],
      orderBy: [],
    },
    entity,
  )
}

function sorted(
  tests: readonly Expression[],
  customer: Source,
  rows: Source,
): { customers: readonly Expression[]; rows: readonly Expression[] } {
  const customers: Expression[] = []
  const own: Expression[] = []
  for (const test of tests) {
    const tables = tablesIn(test)
    if (tables.has(customer.alias) && tables.has(rows.alias)) {
      throw unreadable('JOIN', NEXT, 'has a test of two tables at once')
    }
    ;(tables.has(rows.alias) ? own : customers).push(test)
  }
  return { customers, rows: own }
}

const isColumn = (part: Expression, { alias }: Source, name: string): boolean =>
  part.kind === 'column' && part.table === alias && part.name === name

const ties = (test: Expression, customer: Source, rows: Source, owner: string): boolean =>
  test.kind === 'compare' &&
  test.op === '=' &&
  ((isColumn(test.left, rows, owner) && isColumn(test.right, customer, 'id')) ||
    (isColumn(test.right, rows, owner) && isColumn(test.left, customer, 'id')))

/** `o.id IS NULL`: there is no such row. */
const isAbsence = (test: Expression, rows: Source, owner: string): boolean =>
  test.kind === 'is' &&
  test.what === 'null' &&
  !test.not &&
  (isColumn(test.of, rows, 'id') || isColumn(test.of, rows, owner))

const isCustomers = (part: Expression, customer: Source, rows: Source, owner: string): boolean =>
  (part.kind === 'column' && part.table === customer.alias) || isColumn(part, rows, owner)

const countsAll = (having: Expression): boolean =>
  having.kind === 'compare' &&
  [having.left, having.right].some(
    (part) => part.kind === 'call' && part.name === 'count' && part.args[0]?.kind === 'star',
  )
