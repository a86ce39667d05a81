import { dateSql, windowSql } from '../../time/sql-text.ts'
import type { PlanContext } from '../define.ts'
import type { Deed } from '../shared/deed.ts'
import { deedText } from '../shared/deed-sql.ts'
import { allText, literal, membersText } from '../shared/sql-text.ts'
import type { Apart } from './sequence-apart.ts'
import type { SequenceCondition } from './sequence.ts'

/** Where the deed that begins stands: its columns, as what follows refers to them. */
interface Begun {
  readonly customer: string
  readonly at: string
  readonly id?: { readonly of: Deed['did']; readonly is: string }
}

/** A sequence as SQL that people read. */
export function sequencePredicate(condition: SequenceCondition, ctx: PlanContext): string {
  const { first, first_ever, within } = condition
  if (first.did === 'signed_up') {
    const begun = { customer: 'customer.id', at: 'customer.created_at' }
    const joined = windowSql(begun.at, within, ctx.now, ctx.zone)
    return allText([joined, ...followed(begun, condition, ctx)])
  }
  const { view, at, id, tests } = deedText(first, ctx, within)
  const begun = {
    customer: 'earlier.customer_id',
    at: `earlier.${at}`,
    id: { of: first.did, is: `earlier.${id}` },
  }
  const where = [
    tests,
    ...(first_ever ? [`${begun.id.is} = ${firstId(first, begun.customer, ctx)}`] : []),
    ...followed(begun, condition, ctx),
  ]
  return membersText(`${view} AS earlier WHERE ${where.join(' AND ')}`)
}

function followed(begun: Begun, condition: SequenceCondition, ctx: PlanContext): string[] {
  const { next, next_first_ever, not, times, apart } = condition
  const end = apart === undefined ? undefined : `datetime(${begun.at}, ${literal(`+${spanText(apart)}`)})`
  const over = not && end !== undefined ? [`${end} <= ${dateSql({ kind: 'now' })}`] : []
  const { view, at, id, tests } = deedText(next, ctx)
  const where = [
    `later.customer_id = ${begun.customer}`,
    tests,
    `later.${at} >= ${begun.at}`,
    ...(end === undefined ? [] : [`later.${at} <= ${end}`]),
    ...(begun.id?.of === next.did ? [`later.${id} <> ${begun.id.is}`] : []),
    ...(next_first_ever ? [`later.${id} = ${firstId(next, 'later.customer_id', ctx)}`] : []),
  ].join(' AND ')
  const rows = `${view} AS later WHERE ${where}`
  if (times === undefined) return [...over, `${not ? 'NOT EXISTS' : 'EXISTS'} (SELECT 1 FROM ${rows})`]
  return [...over, `(SELECT COUNT(DISTINCT ${id}) FROM ${rows}) ${not ? '<' : '>='} ${times}`]
}

function firstId(deed: Deed, customer: string, ctx: PlanContext): string {
  const { view, at, id, tests } = deedText(deed, ctx)
  return `(SELECT ${id} FROM ${view} WHERE customer_id = ${customer} AND ${tests} ORDER BY ${at}, ${id} LIMIT 1)`
}

/** As SQLite's date functions take it; they know no weeks. */
const spanText = ({ n, unit }: Apart): string => (unit === 'week' ? `${7 * n} days` : `${n} ${unit}s`)
