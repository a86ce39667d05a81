import { aggregated, comparedCriteria, isCount } from '../../criteria/sql/aggregate.ts'
import type { Expression, Query } from '../../criteria/sql/expression.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import type { HasPeopleCondition } from './has-people.ts'

/** `company.id IN (SELECT company_id FROM v_people WHERE … GROUP BY company_id HAVING COUNT(*) >= 3)` */
export function hasPeopleFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_people') return undefined
  const { rows, not } = test
  if (rows.groupBy.length > 0 || rows.limit !== undefined || rows.next !== undefined) return undefined
  const tests = rows.tests.filter((one) => !isKnownEmployer(one))
  const [first, ...others] = tests
  if (first === undefined) {
    return unread(test.shown, 'asks for any people at all', 'Say which people, such as function = ‘Sales’.')
  }
  const query: Query = {
    columns: [{ of: { kind: 'column', table: rows.source.alias, view: 'v_people', name: 'id' } }],
    from: [rows.source],
    where: others.length === 0 ? first : { kind: 'and', of: tests },
    groupBy: [],
    orderBy: [],
  }
  const some: HasPeopleCondition = { type: 'has_people', people: ctx.criteria(query) }
  const [having, another] = rows.having
  if (having === undefined) return not ? { ...some, op: '=', value: 0 } : some
  const found = another === undefined ? aggregated(having, (part) => isCount(part, 'id')) : undefined
  if (found === undefined) return unread(having, 'is no number of people', 'Compare COUNT(*).')
  return comparedCriteria({
    members: test,
    aggregated: found,
    counts: true,
    empty: 0,
    condition: (asked) => ({ ...some, ...asked }),
    some,
  })
}

const isKnownEmployer = (test: Expression): boolean =>
  test.kind === 'is' &&
  test.what === 'null' &&
  test.not &&
  test.of.kind === 'column' &&
  test.of.name === 'company_id'
