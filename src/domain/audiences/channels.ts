import type { Criteria } from '../criteria/schema.ts'
import type { AudienceChannel } from './shown.ts'

/** A reason for which people fall out, with who is left by it. */
interface ChannelTest {
  /** Completes "Customers who …", of those who fall out. */
  readonly words: string
  readonly keeps: Criteria
}

interface ChannelRules {
  /** `e-mail`, `SMS`, `ads`. */
  readonly name: string
  /** Whose consent is missing, each reason by itself. */
  readonly consent: readonly ChannelTest[]
  /** Of those who consented: who can be reached. */
  readonly address: ChannelTest
}

const consented = (channel: 'email' | 'sms'): Criteria => ({ type: 'consent', channel, is: 'subscribed' })
const reachable = (channel: 'email' | 'sms'): Criteria => ({ type: 'consent', channel, is: 'reachable' })
const refusing = (channel: 'email' | 'sms', name: string): readonly ChannelTest[] => [
  {
    words: `unsubscribed from ${name}`,
    keeps: { none: [{ type: 'consent', channel, is: 'unsubscribed' }] },
  },
  { words: `never consented to ${name}`, keeps: consented(channel) },
]

/**
 * Whom each channel may reach: those who consented to it and have a usable address there. The data knows no consent
 * to advertising of its own, so ads take whoever consented to e-mail or SMS and has a usable address for just that:
 * only that address may be handed to the network.
 */
export const CHANNEL_RULES: Readonly<Record<AudienceChannel, ChannelRules>> = {
  email: {
    name: 'e-mail',
    consent: refusing('email', 'e-mail'),
    address: {
      words: 'have no usable e-mail address, or mail to it bounced',
      keeps: reachable('email'),
    },
  },
  sms: {
    name: 'SMS',
    consent: refusing('sms', 'SMS'),
    address: { words: 'have no usable phone number', keeps: reachable('sms') },
  },
  ads: {
    name: 'ads',
    consent: [
      {
        words: 'consented to neither e-mail nor SMS, whose addresses ads are matched by',
        keeps: { any: [consented('email'), consented('sms')] },
      },
    ],
    address: {
      words: 'have no usable address for what they consented to',
      keeps: { any: [reachable('email'), reachable('sms')] },
    },
  },
}
