import { sql } from 'kysely'
import { z } from 'zod'
import { CHANNELS, type Channel } from '#db/schema.ts'
import type { ConditionDefinition, Miss } from '../define.ts'
import { byFacts } from '../shared/set-query.ts'
import { consentPhrases } from './consent-phrases.ts'
import { consentFromSql } from './consent-from-sql.ts'

/**
 * Whether the customer may be contacted. `reachable` is subscribed, with an address that has not bounced.
 *
 * @example { type: 'consent', channel: 'email', is: 'subscribed' }
 */
export const consentSchema = z.strictObject({
  type: z.literal('consent'),
  channel: z.enum(CHANNELS),
  is: z.enum(['subscribed', 'unsubscribed', 'unknown', 'reachable']),
})
export type ConsentCondition = z.infer<typeof consentSchema>

export const consent: ConditionDefinition<'consent', ConsentCondition> = {
  type: 'consent',
  entity: 'customer',
  schema: consentSchema,
  form: {
    title: 'Consent and reach',
    start: { type: 'consent', channel: 'email', is: 'reachable' },
  },
  meaning: 'reachable: subscribed, with an address that has not bounced',
  phrases: consentPhrases,
  neighbours: (condition) =>
    condition.is === 'subscribed'
      ? [{ instead: 'reachable instead of subscribed', criteria: { ...condition, is: 'reachable' } }]
      : condition.is === 'reachable'
        ? [{ instead: 'subscribed instead of reachable', criteria: { ...condition, is: 'subscribed' } }]
        : [],
  about: ({ channel }) => `consent ${channel}`,
  called: ({ channel }) => `${channel} subscription subscriber subscribed consent opt-in marketing`,
  // Being reachable takes an address, and bounces are events.
  sources: ({ is }) => (is === 'reachable' ? ['consents', 'customers', 'events'] : ['consents']),
  columns: ({ channel }) => [{ name: `consent.${channel}`, key: 'channel' }],
  check: () => [],
  words({ channel, is }) {
    switch (is) {
      case 'subscribed':
        return `consented to ${CHANNEL_WORDS[channel]}`
      case 'unsubscribed':
        return `unsubscribed from ${CHANNEL_WORDS[channel]}`
      case 'unknown':
        return `have neither consented to nor unsubscribed from ${CHANNEL_WORDS[channel]}`
      case 'reachable':
        return `can be reached by ${CHANNEL_WORDS[channel]}`
    }
  },
  plan({ channel, is }, { dialect }) {
    const state = sql.ref(`f.${channel}_consent`)
    const tests = {
      subscribed: sql<boolean>`${state} = 1`,
      unsubscribed: sql<boolean>`${state} = 0`,
      unknown: sql<boolean>`${state} IS NULL`,
      reachable: sql<boolean>`${sql.ref(`f.${channel}_reachable`)} = 1`,
    }
    return byFacts(dialect, [tests[is]])
  },
  predicate({ channel, is }) {
    if (is === 'reachable') return `customer.${channel}_reachable = 1`
    return is === 'unknown' ? `customer.${channel}_consent IS NULL` : `customer.${channel}_consent = '${is}'`
  },
  fromSql: consentFromSql,
  holds({ channel, is }, { consent: states, reachable }) {
    if (is === 'reachable') return reachable[channel]
    return (states[channel] ?? 'unknown') === is
  },
  actual({ channel, is }, { consent: states, reachable }) {
    const state = STATE_WORDS[states[channel] ?? 'unknown'](CHANNEL_WORDS[channel])
    if (is !== 'reachable' || states[channel] !== 'subscribed') return state
    return reachable[channel] ? `${state} and can be reached` : `${state}, but has no working address`
  },
  miss({ channel, is }, { consent: states, reachable }) {
    const what = CHANNEL_WORDS[channel]
    const state = states[channel] ?? 'unknown'
    // Only what is there can be taken back; who is known can’t become unknown.
    if (is === 'unknown') return state === 'unknown' ? whole(`an answer about ${what}`) : undefined
    if (is === 'unsubscribed')
      return whole(state === is ? `consent to ${what} again` : `an unsubscription from ${what}`)
    if (is === 'subscribed')
      return whole(state === is ? `an unsubscription from ${what}` : `consent to ${what}`)
    if (reachable[channel]) return whole(`an unsubscription from ${what}`)
    const address = `a working ${channel === 'email' ? 'e-mail address' : 'phone number'}`
    return state === 'subscribed' ? { words: address, size: 0.5 } : whole(`consent to ${what}`)
  },
}

/** There is no half of it. */
const whole = (words: string): Miss => ({ words, size: 1 })

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { email: 'e-mail', sms: 'SMS' }

const STATE_WORDS = {
  subscribed: (channel: string) => `consented to ${channel}`,
  unsubscribed: (channel: string) => `unsubscribed from ${channel}`,
  unknown: (channel: string) => `has no known consent for ${channel}`,
} as const
