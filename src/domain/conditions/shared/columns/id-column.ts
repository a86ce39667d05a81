import { sql } from 'kysely'
import { attributeTest, OPS_BY_KIND } from '../../attribute/attribute-test.ts'
import { oneOfText } from '../sql-text.ts'
import { anyOf } from '../value-words.ts'
import type { Column, Rows } from './column.ts'
import { rowsWhere } from './known.ts'

/** The id as imported, compared as it is written. */
export const idColumn = <R>(rows: Rows, read: (record: R) => string): Column<R> => ({
  takes: OPS_BY_KIND.id,
  normal({ op, value }) {
    const values = [...new Set([value].flat().map(String))]
    const [only] = values
    if (op !== 'equals' && op !== 'in') return { op, value }
    return only === undefined || values.length > 1
      ? { op: 'in', value: values }
      : { op: 'equals', value: only }
  },
  readings({ op, value }) {
    if (op !== 'equals' && op !== 'in') return undefined
    const test = attributeTest({ op, value })
    if (test?.kind !== 'texts') return undefined
    const { values } = test
    return {
      words: () => `have the ${rows.entity} id ${anyOf(values)}`,
      plan: (ctx) => rowsWhere(rows, ctx.dialect.oneOf(sql`t.external_id`, values), ctx),
      predicate: () => oneOfText(`${rows.entity}.external_id`, values),
      holds: (record) => values.includes(read(record)),
      actual: (record) => `has the ${rows.entity} id ${anyOf([read(record)])}`,
    }
  },
})
