import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { PersonCondition } from './person.ts'
import { BETWEEN_TITLES, TITLES_PART } from './title-column.ts'

/** `person.title_key IN (SELECT title_key FROM "titles: VP Sales | CRO")`: what they mean, not which there were. */
export function titlesFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'in_query') return undefined
  const { of, query, not } = test.test
  const [source, another] = query.from
  const plain =
    query.where === undefined && query.groupBy.length === 0 && (query.having ?? query.limit) === undefined
  if (source?.part?.startsWith(TITLES_PART) !== true || another !== undefined || !plain) return undefined
  if (!isNamed('title_key')(of) || query.next !== undefined) return undefined
  const [value = '', ...others] = source.part.slice(TITLES_PART.length).split(BETWEEN_TITLES)
  const found: PersonCondition = {
    type: 'person',
    field: 'title',
    op: 'means',
    value: others.length === 0 ? value : [value, ...others],
  }
  const printed = ctx.printed([found], test.test)
  if (printed !== undefined) return printed
  ctx.assume(`Titles that mean “${[value, ...others].join('” or “')}” are looked up anew.`)
  return not ? { none: [found] } : found
}
