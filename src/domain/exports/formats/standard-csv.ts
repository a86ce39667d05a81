import { RFM_PATTERNS, rfmSegmentOf } from '../../rfm/patterns.ts'
import { instantCell, moneyCell } from '../cells.ts'
import { cell, inertCell } from '../csv.ts'
import { firstIdentity, ordersOf } from '../sql.ts'
import type { ExportFormat, FormatContext, Value } from './define.ts'

const ANALYSIS = [
  'customer_id',
  'country',
  'region',
  'city',
  'language',
  'created_at',
  'orders',
  'spent',
  'average_order_value',
  'first_order_at',
  'last_order_at',
  'rfm_recency',
  'rfm_frequency',
  'rfm_monetary',
  'rfm_segment',
] as const

const CONTACT = ['email', 'email_consent', 'phone', 'sms_consent', 'first_name', 'last_name'] as const

/**
 * One row a customer, for spreadsheets: RFC 4180 in UTF-8, ISO 8601 instants in UTC, amounts in the workspace's
 * currency. Cells that would run as formulas (`=`, `+`, `-`, `@`, tab first) begin with an apostrophe, as OWASP's
 * page on CSV injection advises; the option `formulas` leaves them alone.
 */
export const standardCsv: ExportFormat = {
  title: 'Standard CSV',
  goes: 'as standard CSV',
  about: 'One row a customer, for spreadsheets and analysis; nobody is contacted with it',
  channel: null,
  options: ['contact', 'formulas'],
  plan(ctx) {
    const { options, currency } = ctx
    const text = options.formulas ? cell : inertCell
    const textAt = (values: readonly Value[], at: number) => {
      const value = values[at] ?? null
      return value === null ? '' : text(String(value))
    }
    const scored = scoreCells(ctx)
    const orders = ordersOf(ctx)
    return {
      files: [{ suffix: '', headers: options.contact ? [...ANALYSIS, ...CONTACT] : ANALYSIS }],
      select: [
        firstIdentity,
        'c.country',
        'c.region',
        'c.city',
        'c.language',
        'c.created_at',
        orders.count,
        orders.spent,
        orders.firstAt,
        orders.lastAt,
        ...(options.contact
          ? ['c.email', 'f.email_consent', 'c.phone', 'f.sms_consent', 'c.first_name', 'c.last_name']
          : []),
      ],
      row(id, values) {
        const [count, spent] = [numberAt(values, 6) ?? 0, numberAt(values, 7) ?? 0]
        const average = count === 0 ? '' : moneyCell(Math.round(spent / count), currency)
        const analysis = `${textAt(values, 0)},${textAt(values, 1)},${textAt(values, 2)},${textAt(values, 3)},${textAt(values, 4)},${instantCell(numberAt(values, 5))},${count},${moneyCell(spent, currency)},${average},${instantCell(numberAt(values, 8))},${instantCell(numberAt(values, 9))},${scored(id)}`
        if (!options.contact) return { file: 0, text: analysis }
        return {
          file: 0,
          text: `${analysis},${textAt(values, 10)},${consentCell(values[11])},${textAt(values, 12)},${consentCell(values[13])},${textAt(values, 14)},${textAt(values, 15)}`,
        }
      },
    }
  },
}

const numberAt = (values: readonly Value[], at: number): number | null => {
  const value = values[at]
  return typeof value === 'number' ? value : null
}

const consentCell = (state: Value | undefined): string =>
  state === 1 ? 'subscribed' : state === 0 ? 'unsubscribed' : ''

/** Recency, frequency, monetary and segment of a customer, as cells. */
function scoreCells(ctx: FormatContext): (id: number) => string {
  const scores = ctx.scores()
  const cells = [
    ',,,No orders yet',
    ...RFM_PATTERNS.map((pattern) => {
      const { recency, frequency, monetary } = pattern
      return `${recency},${frequency},${monetary},${cell(rfmSegmentOf(pattern))}`
    }),
  ]
  return (id) => cells[scores[id] ?? 0] ?? ''
}
