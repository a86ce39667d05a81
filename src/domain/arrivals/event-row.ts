import { foldText } from '#kernel/text.ts'
import { type Message, textOf } from './message.ts'
import { firstOf, PRODUCT, PRODUCT_ID, productRow, unusedOf } from './properties.ts'
import type { EntityRow, ReadRows } from './rows.ts'
import { fieldsAt } from './traits.ts'

/** An event as it waits for its customer. */
export interface EventRow {
  readonly id: string
  readonly type: string
  readonly customerId: string
  readonly at: number
  readonly productId: string | null
  readonly campaign: string | null
  readonly channel: string | null
  readonly device: string | null
  readonly value: number | null
}

/** Segment’s names for what the data calls otherwise; every other event keeps its name. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['product viewed', 'viewed_product'],
  ['viewed product', 'viewed_product'],
  ['product added', 'added_to_cart'],
  ['added product', 'added_to_cart'],
  ['wishlist product added to cart', 'added_to_cart'],
  ['product removed', 'removed_from_cart'],
  ['cart viewed', 'viewed_cart'],
  ['checkout started', 'started_checkout'],
  ['products searched', 'searched'],
  ['email opened', 'opened_email'],
  ['email link clicked', 'clicked_email'],
  ['email bounced', 'bounced_email'],
  ['email marked as spam', 'marked_as_spam'],
  ['unsubscribed', 'unsubscribed'],
  ['product reviewed', 'reviewed'],
])

/** By these somebody takes back that they may be written to. */
const WITHDRAWALS: ReadonlySet<string> = new Set(['unsubscribed', 'marked_as_spam'])
const VALUE = ['value', 'revenue', 'total'] as const
const CAMPAIGN = ['campaign', 'campaign_name'] as const
/** Of a page or a screen. */
const PLACE = ['path', 'url', 'title', 'name', 'referrer', 'search'] as const

/** What a customer did. */
export function eventRow(message: Message, subject: string | null): ReadRows {
  const { id, kind, event, fields, anonymousId, at, context } = message
  const name = event ?? ''
  const type = kind === 'track' ? (TYPES.get(foldText(name)) ?? name) : 'visited_site'
  const value = firstOf(fields, VALUE)
  if (value !== null && !Number.isFinite(Number(value))) {
    return { problem: `properties.value is not a number (${value.slice(0, 60)})` }
  }
  const told = PRODUCT_ID.some((property) => fields[property] !== undefined)
  const product = told ? productRow(fields) : undefined
  const read = ['channel', 'device', ...CAMPAIGN, ...VALUE, ...(told ? [...PRODUCT, 'quantity'] : [])]
  return {
    entities: [
      ...(product === undefined ? [] : [product.product]),
      ...(WITHDRAWALS.has(type) ? [withdrawn(subject)] : []),
    ],
    event: {
      id,
      type,
      customerId: subject ?? `anonymous:${anonymousId ?? ''}`,
      at,
      productId: product?.id ?? null,
      campaign: firstOf(fields, CAMPAIGN) ?? textOf(fieldsAt(context, 'campaign')['name']) ?? null,
      channel: textOf(fields['channel']) ?? (kind === 'screen' ? 'app' : null),
      device: textOf(fields['device']) ?? textOf(fieldsAt(context, 'device')['type']) ?? null,
      value: value === null ? null : Number(value),
    },
    unused: unusedOf(fields, kind === 'track' ? read : [...read, ...PLACE]),
  }
}

const withdrawn = (subject: string | null): EntityRow => ({
  table: 'customers',
  id: subject,
  cells: { accepts_email: 'no' },
})
