import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Change, changeOf, conditionsOf, narrowing, replacing, WHICH_PART } from './edit.ts'
import { courtesyAtEnd, firmly, type FollowUp, type Refined, refinedBy, trimmed } from './refined.ts'

type Channel = 'email' | 'sms'

const CHANNELS: readonly (readonly [Channel, Phrase])[] = [
  ['email', phrase('email|emails|mail|newsletter', 'by|via|for email|mail', 'email subscribers')],
  ['sms', phrase('sms|text|texts', 'text messages|message', 'by|via|for sms|text', 'sms subscribers')],
]

/** The channel that all of tokens [from, to) name. */
const channelIn = (reading: Reading, from: number, to: number): Channel | undefined =>
  CHANNELS.find(([, words]) => words(reading, from) === to)?.[0]

/** Whether tokens [from, to) are a channel and nothing else. */
export const isChannel = (reading: Reading, from: number, to: number): boolean =>
  channelIn(reading, skip(reading, from, the), to) !== undefined

const the = phrase('the')

/** "SMS", "text": who can be written to by it, where nothing else is said. */
export const channelAt = (reading: Reading, from: number, to: number): Criteria | undefined => {
  const channel = channelIn(reading, skip(reading, from, the), to)
  return channel && { type: 'consent', channel, is: 'subscribed' }
}

/** "make that SMS instead": the channel that the consent or the clicks at hand are of. */
export function channelInstead({ reading, current }: FollowUp, at: number, to: number): Change | undefined {
  const channel = channelIn(reading, at, to)
  if (channel === undefined) return undefined
  const edits = conditionsOf(current).flatMap((condition) => {
    const put = through(condition, channel)
    return put === undefined ? [] : [replacing(current, condition, put, 'this channel instead')]
  })
  return changeOf(edits, WHICH_PART)
}

/** The same of another channel. Nobody can tell whether a text message was opened. */
function through(condition: Criteria, channel: Channel): Criteria | undefined {
  if (!isCondition(condition)) return undefined
  if (condition.type === 'consent')
    return condition.channel === channel ? undefined : { ...condition, channel }
  const before = channel === 'sms' ? 'clicked_email' : 'clicked_sms'
  if (condition.type !== 'events' || condition.event.length !== 1 || condition.event[0] !== before)
    return undefined
  return { ...condition, event: [`clicked_${channel}`] }
}

const enough = phrase(
  ",|.|;|-? either|any|one|both? of? them|those|these|the? two? is|are|would|works|'s be|do? fine|ok|okay|enough|good|alright|sufficient|allowed?",
  ',|.|;|-? i|we do not mind|care which? one?',
  ',|.|;|-? whichever|whatever',
  ',|.|;|-? no matter which|what one?',
  ',|.|;|-? does|do not matter which? one?',
  ',|.|;|-? is|are|would be? fine|ok|okay|enough|good|sufficient',
  ',|.|;|-? works|do|does',
)
const orAt = phrase('or', 'or else|even|also')

/** `e-mail or SMS, either is ok`, `or SMS`: one of the two is enough. */
export function betweenChannels({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, trimmed(reading, end, courtesyAtEnd), enough)
  const start = skip(reading, skip(reading, skip(reading, from, make), either), make)
  for (const [, words] of CHANNELS) {
    const joint = orAt(reading, words(reading, start))
    if (joint < 0) continue
    const second = CHANNELS.find(([, other]) => other !== words && other(reading, joint) === to)
    if (second !== undefined) return firmly(refinedBy(oneOfBoth(current), start, end))
  }
  const together = bothAt(reading, from)
  if (together === to) return firmly(refinedBy(bothChannels(current), from, end))
  const joined = orAt(reading, from)
  return joined < 0 ? undefined : firmly(refinedBy(eitherChannel(reading, current, joined, to), from, end))
}

const make = phrase(
  'make|accept|allow|use|take|say it|that|this|them?',
  'should|can|could be',
  'they accept|allow',
  'they should|can|may accept|allow',
)
const CHANNEL = 'email|emails|mail|sms|text|texts'
const bothAt = phrase(`both ${CHANNEL} and ${CHANNEL}`, `${CHANNEL} and ${CHANNEL} both`)
const either = phrase('either', 'either of', 'any of')

/** "SMS counts too" of those who accept e-mail: one of the two is enough. */
export function eitherChannel(
  reading: Reading,
  current: Criteria,
  from: number,
  to: number,
): Change | undefined {
  return channelIn(reading, from, to) !== undefined ? oneOfBoth(current) : undefined
}

function bothChannels(current: Criteria): Change | undefined {
  const [held, ...others] = conditionsOf(current).filter((one) => one.type === 'consent')
  if (held === undefined || others.length > 0) return undefined
  const other = { ...held, channel: held.channel === 'email' ? 'sms' : 'email' } as const
  return { kind: 'edit', edit: narrowing(current, other, 'this as well') }
}

/** Consent for one channel, where the other one is as good. */
function oneOfBoth(current: Criteria): Change | undefined {
  const held = conditionsOf(current).filter((one) => one.type === 'consent')
  const edits = held.flatMap((one) => {
    const other = { ...one, channel: one.channel === 'email' ? 'sms' : 'email' } as const
    return replacing(current, one, { any: [one, other] }, 'either of them') ?? []
  })
  return held.length > 1 ? undefined : changeOf(edits, '')
}
