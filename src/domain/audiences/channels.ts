import { InputError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { AudienceChannel } from './shown.ts'

/** A reason for which some fall out, with who is left by it. */
interface ChannelTest {
  /** Completes "Customers who …", "People who …", of those who fall out. */
  readonly words: string
  readonly keeps: Criteria
}

interface ChannelRules {
  /** Whose consent is missing, each reason by itself. */
  readonly consent: readonly ChannelTest[]
  /** Of those who consented: who can be reached. Nothing where no address is needed. */
  readonly address?: ChannelTest
  /** What can't be told of them, so that nobody falls out for it: sentences. */
  readonly notes: readonly string[]
}

export const CHANNEL_NAMES: Readonly<Record<AudienceChannel, string>> = {
  email: 'e-mail',
  sms: 'SMS',
  ads: 'ads',
  sales: 'sales',
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
 * Whom each channel may reach of customers: those who consented to it and have a usable address there. The data knows
 * no consent to advertising of its own, so ads take whoever consented to e-mail or SMS and has a usable address for
 * just that: only that address may be handed to the network.
 */
const CUSTOMERS: Readonly<Partial<Record<AudienceChannel, ChannelRules>>> = {
  email: {
    consent: refusing('email', 'e-mail'),
    address: {
      words: 'have no usable e-mail address, or mail to it bounced',
      keeps: reachable('email'),
    },
    notes: [],
  },
  sms: {
    consent: refusing('sms', 'SMS'),
    address: { words: 'have no usable phone number', keeps: reachable('sms') },
    notes: [],
  },
  ads: {
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
    notes: [],
  },
}

const EMAIL: Criteria = { type: 'person', field: 'email', op: 'contains', value: '@' }
const PHONE: Criteria = { type: 'person', field: 'phone', op: 'known' }
const unknownConsent = (to: string) =>
  `Whether they consented to ${to} is not known here: no consent is kept for people at companies, so nobody falls out for it.`
const BOUNCES = 'Nor is it known whether mail to them bounced.'

/** Of people at companies their addresses are known, and nothing of consent. Sales calls on whoever it has. */
const PEOPLE: Readonly<Partial<Record<AudienceChannel, ChannelRules>>> = {
  email: {
    consent: [],
    address: { words: 'have no usable e-mail address', keeps: EMAIL },
    notes: [`${unknownConsent('e-mail')} ${BOUNCES}`],
  },
  sms: {
    consent: [],
    address: { words: 'have no phone number', keeps: PHONE },
    notes: [unknownConsent('SMS')],
  },
  ads: {
    consent: [],
    address: {
      words: 'have neither a usable e-mail address nor a phone number',
      keeps: { any: [EMAIL, PHONE] },
    },
    notes: [unknownConsent('ads')],
  },
  sales: {
    consent: [],
    notes: ['A list for sales: nobody falls out for want of an address, and consent is not known here.'],
  },
}

const RULES: Readonly<Record<Entity, Readonly<Partial<Record<AudienceChannel, ChannelRules>>>>> = {
  customer: CUSTOMERS,
  person: PEOPLE,
  company: { sales: { consent: [], notes: [] } },
}

const WHY_NOT: Readonly<Record<Entity, { readonly why: string; readonly next: string }>> = {
  customer: {
    why: 'Customers are for channels that they consented to, and sales is none',
    next: 'Choose e-mail, SMS or ads.',
  },
  person: { why: 'People have no such channel', next: 'Choose e-mail, SMS, ads or sales.' },
  company: {
    why: 'Companies have no addresses to write to',
    next: 'Make it for sales, or make an audience of the people there.',
  },
}

/** Whom a channel may reach. Throws InputError for one that the entity doesn't have. */
export function channelRules(entity: Entity, channel: AudienceChannel): ChannelRules {
  const rules = RULES[entity][channel]
  if (rules !== undefined) return rules
  const { why, next } = WHY_NOT[entity]
  throw new InputError(
    `${why}: there is no ${CHANNEL_NAMES[channel]} audience of ${ENTITY_WORDS[entity].many}`,
    {
      next,
      path: ['channel'],
    },
  )
}
