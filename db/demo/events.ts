import type { Campaign } from './campaigns.ts'
import type { Product } from './catalogue.ts'
import { dateTime, money, type Row, serial } from './rows.ts'
import type { Shopper } from './shoppers.ts'

/** Something that a shopper did, before it has an id. */
export interface Happening {
  readonly shopper: Shopper
  readonly type: EventType
  readonly at: number
  readonly channel: 'email' | 'sms' | 'web' | 'ads'
  readonly product?: Product
  readonly campaign?: Campaign
  /** Cents for carts and checkouts, stars for reviews. */
  readonly value?: number
}

type EventType =
  | 'viewed_product'
  | 'added_to_cart'
  | 'started_checkout'
  | 'visited_site'
  | 'searched'
  | 'opened_email'
  | 'clicked_email'
  | 'clicked_sms'
  | 'clicked_ad'
  | 'bounced_email'
  | 'unsubscribed'
  | 'reviewed'

/** Oldest first; ids rise with time. What would come after now has not happened. */
export const eventRows = (happenings: readonly Happening[], now: number): Row<'events'>[] =>
  happenings
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at)
    .map((event, index) => ({
      id: serial('E', index + 1, 6),
      customer_id: event.shopper.id,
      type: event.type,
      occurred_at: dateTime(event.at),
      product_id: event.product?.id ?? '',
      campaign: event.campaign?.name ?? '',
      channel: event.channel,
      device: event.channel === 'sms' ? 'mobile' : event.shopper.device,
      value: valueText(event),
    }))

function valueText({ type, value }: Happening): string {
  if (value === undefined) return ''
  return type === 'reviewed' ? String(value) : money(value)
}
