import { columnComparison } from '../../language/grammar/column-comparison.ts'
import { linkedValues } from '../../language/grammar/linked-values.ts'
import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'

const lead = phrase('whose|where|with|have|has|having', 'whose|where|with|have|has|having? the|a|an|their')
const COLUMNS = [
  { key: 'channel', names: 'channel', noun: phrase('order|sales|purchase? channel', 'channel of purchase') },
  { key: 'device', names: 'device', noun: phrase('order|purchase? device', 'device type') },
  {
    key: 'code',
    names: 'discount_code',
    noun: phrase('discount|coupon|promo|voucher code', 'coupon|voucher'),
  },
] as const

/** `channel = online`, `device is not mobile`, `discount code in (WELCOME10, SUMMER20)`: columns of orders, not of people. */
export const orderColumn: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, lead)
  for (const { key, names, noun } of COLUMNS) {
    const head = noun(reading, start)
    const found = head < 0 ? undefined : columnComparison(reading, head, linkedValues(names))
    if (found === undefined) continue
    const { negative, values } = found.value
    const which = negative ? 'no order' : 'at least one order'
    return {
      value: meaning(
        {
          type: 'orders',
          measure: 'count',
          op: negative ? '=' : '>=',
          value: negative ? 0 : 1,
          where: { [key]: values.flat() },
        },
        [`“${said(reading, start, found.end)}” is read of orders: ${which} of that kind.`],
      ),
      end: found.end,
    }
  }
  return undefined
}
