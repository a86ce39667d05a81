import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { oneOf, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { formatId } from '../../exports/formats/index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'

/** Rows of `v_exports`: of some formats, by when they were exported. */
export function exportedFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_exports') return undefined
  const { rows, not } = test
  if (rows.having.length > 0 || rows.groupBy.length > 0 || (rows.limit ?? rows.next) !== undefined)
    return undefined
  const tests = [...rows.tests]
  const named = take(tests, oneOf('format'))
  const within = takeWindow(tests, isNamed('exported_at'), ctx)
  const [left] = tests
  if (left !== undefined)
    return unread(left, 'is nothing that exports can be narrowed by', 'Test format or exported_at.')
  const formats = (named ?? [undefined]).map((name) => formatId.optional().safeParse(name))
  const conditions = formats.flatMap((format): readonly Criteria[] =>
    format.success
      ? [{ type: 'exported', ...(format.data !== undefined && { to: format.data }), ...within }]
      : [],
  )
  const [first] = conditions
  if (first === undefined || conditions.length < formats.length) {
    return unread(
      test.shown,
      'names a format that there is not',
      `The formats are ${[...formatId.values].join(', ')}.`,
    )
  }
  const any: Criteria = conditions.length === 1 ? first : { any: conditions }
  return not ? { none: [any] } : any
}
