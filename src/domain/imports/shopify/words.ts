/** Shopify’s words for ours, in its files and by its API alike. */

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus */
export const SHOPIFY_STATUSES = {
  paid: 'paid',
  pending: 'pending',
  authorized: 'pending',
  partially_paid: 'pending',
  unpaid: 'pending',
  refunded: 'refunded',
  partially_refunded: 'partially_refunded',
  voided: 'cancelled',
  expired: 'cancelled',
}

/** How shops call where an order came from, as people ask for it. */
const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['web', 'online'],
  ['pos', 'store'],
])

export const shopifyChannel = (source: string): string => CHANNELS.get(source.toLowerCase()) ?? source
