import { joinWords } from '#kernel/text.ts'
import { valueWords } from '../shared/value-words.ts'

/** Past participles: they stand alike in "opened an e-mail" and "have never opened an e-mail". */
export const EVENT_VERBS: ReadonlyMap<string, string> = new Map([
  ['viewed_product', 'viewed a product'],
  ['added_to_cart', 'added a product to the cart'],
  ['started_checkout', 'started a checkout'],
  ['visited_site', 'visited the site'],
  ['searched', 'searched the site'],
  ['opened_email', 'opened an e-mail'],
  ['clicked_email', 'clicked an e-mail'],
  ['clicked_sms', 'clicked an SMS'],
  ['clicked_ad', 'clicked an ad'],
  ['bounced_email', 'had an e-mail bounce'],
  ['unsubscribed', 'unsubscribed'],
  ['reviewed', 'left a review'],
])

/** `opened an e-mail or clicked an e-mail`; types that nobody foresaw: `had the event “wheel spin” or Quiz`. */
export const eventVerbs = (types: readonly string[]): string =>
  joinWords(
    types.map((type, i) => {
      const before = types[i - 1]
      const named = before !== undefined && verbOf(before) === undefined ? '' : 'had the event '
      return verbOf(type) ?? `${named}${valueWords(type)}`
    }),
    'or',
  )

const verbOf = (type: string): string | undefined => EVENT_VERBS.get(type.toLowerCase())
