import { foldText } from '#kernel/text.ts'
import { type Message, textOf } from './message.ts'
import type { ReadRows } from './rows.ts'
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
  ['product added', 'added_to_cart'],
  ['checkout started', 'started_checkout'],
  ['products searched', 'searched'],
  ['email opened', 'opened_email'],
  ['email link clicked', 'clicked_email'],
  ['email bounced', 'bounced_email'],
  ['unsubscribed', 'unsubscribed'],
  ['product reviewed', 'reviewed'],
])

const PRODUCT = ['product_id', 'productId'] as const
const VALUE = ['value', 'revenue', 'total'] as const

/** A tracked event of a customer. */
export function eventRow(message: Message, subject: string | null): ReadRows {
  const { id, event, fields, anonymousId, at, context } = message
  const name = event ?? ''
  const first = (names: readonly string[]) => names.flatMap((one) => textOf(fields[one]) || [])[0] ?? null
  const value = first(VALUE)
  if (value !== null && !Number.isFinite(Number(value))) {
    return { problem: `properties.value is not a number (${value.slice(0, 60)})` }
  }
  const read = new Set<string>(['campaign', 'channel', 'device', ...PRODUCT, ...VALUE])
  return {
    entities: [],
    event: {
      id,
      type: TYPES.get(foldText(name)) ?? name,
      customerId: subject ?? `anonymous:${anonymousId ?? ''}`,
      at,
      productId: first(PRODUCT),
      campaign: textOf(fields['campaign']) ?? textOf(fieldsAt(context, 'campaign')['name']) ?? null,
      channel: textOf(fields['channel']) ?? null,
      device: textOf(fields['device']) ?? textOf(fieldsAt(context, 'device')['type']) ?? null,
      value: value === null ? null : Number(value),
    },
    unused: Object.keys(fields)
      .filter((property) => !read.has(property))
      .map((property) => `properties.${property}`),
  }
}
