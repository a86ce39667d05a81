import { linkedValues } from '../../language/grammar/linked-values.ts'
import { meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { comparedColumn } from '../shared/columns/compared-column.ts'

const COLUMNS = [
  {
    field: 'channel',
    noun: phrase('order|sales|purchase? channel', 'channel of purchase'),
    valueAt: linkedValues('channel'),
  },
  { field: 'device', noun: phrase('order|purchase? device', 'device type'), valueAt: linkedValues('device') },
  {
    field: 'code',
    noun: phrase('discount|coupon|promo|voucher code', 'coupon|voucher'),
    valueAt: linkedValues('discount_code'),
  },
] as const

/** `channel = online`, `device is not mobile`, `discount code in (WELCOME10, SUMMER20)`: columns of orders, not of people. */
export const orderColumn = comparedColumn(COLUMNS, ({ field, values, negative, words }) =>
  meaning(
    {
      type: 'orders',
      measure: 'count',
      op: negative ? '=' : '>=',
      value: negative ? 0 : 1,
      where: { [field]: values.flat() },
    },
    [`“${words}” is read of orders: ${negative ? 'no order' : 'at least one order'} of that kind.`],
  ),
)
