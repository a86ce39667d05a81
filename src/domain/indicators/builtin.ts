import type { Measure } from './measures/index.ts'

export interface BuiltinIndicator {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly measure: Measure
}

const score = (of: 'recency' | 'frequency' | 'monetary', what: string): BuiltinIndicator => ({
  id: `ind_${of}`,
  name: `${of.slice(0, 1).toUpperCase()}${of.slice(1)} score`,
  description: `From 1 (best) to 5: ${what}, compared with everybody who ever ordered`,
  measure: { measure: 'rfm', of },
})

/** The indicators that every workspace has, with ids that never change. */
export const BUILTIN_INDICATORS: readonly BuiltinIndicator[] = [
  score('recency', 'how lately they ordered'),
  score('frequency', 'how often they ordered'),
  score('monetary', 'how much they spent'),
  {
    id: 'ind_days_since_last_order',
    name: 'Days since last order',
    description: 'Days of 24 hours since the last order; unknown of people who never ordered',
    measure: { measure: 'days_since', of: 'last_order' },
  },
  {
    id: 'ind_aov',
    name: 'AOV',
    description: 'Average order value: the mean total of their orders; unknown of people who never ordered',
    measure: { measure: 'orders', of: 'average' },
  },
  {
    id: 'ind_order_interval',
    name: 'Order interval',
    description: 'Days from one order to the next, on average; known from the second order on',
    measure: { measure: 'order_interval' },
  },
  {
    id: 'ind_email_engagement',
    name: 'E-mail engagement',
    description:
      'In how many of the last 6 periods of 30 days they opened or clicked an e-mail, in percent: 50% is 3 of them',
    measure: { measure: 'active_periods', event: ['opened_email', 'clicked_email'], periods: 6, days: 30 },
  },
  {
    id: 'ind_discount_share',
    name: 'Discount share',
    description:
      'The share of their orders with a discount or a discount code, in percent; unknown of people who never ordered',
    measure: { measure: 'share_of_orders', where: { discounted: true } },
  },
]
