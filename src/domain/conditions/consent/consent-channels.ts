import { allOf, anyOf, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { ConsentCondition } from './consent.ts'

type Channel = ConsentCondition['channel']
const CHANNEL_WORDS: readonly (readonly [Channel, ReturnType<typeof phrase>])[] = [
  [
    'email',
    phrase(
      'email|emails|mail|newsletter|newsletters|mailing|mailings',
      'email marketing|newsletter|newsletters|communications|list',
      'the|our newsletter',
      'our|the|your? mailing|marketing|email list|lists',
      'marketing emails|email',
      'our emails',
    ),
  ],
  [
    'sms',
    phrase(
      'sms|text|texts|texting',
      'sms|text marketing|messages|message|list',
      'text|sms messages|messaging',
      'our|the|your? sms|text list|lists|updates',
    ),
  ],
]
const channelJoint = phrase('and|or|nor|plus|/', ',', 'but|and also', 'and|or|nor by|via|to|for|in')
export const marketing = phrase(
  'marketing|communications|messages|campaigns',
  'marketing messages|communications',
  'from us|you',
)
const both = phrase('both|either')
export const only = phrase('only|alone|exclusively|solely', 'and|but nothing else')
export interface Channels {
  readonly channels: readonly Channel[]
  readonly any: boolean
  /** By no other channel. */
  readonly only?: true
}
const EVERY: readonly Channel[] = ['email', 'sms']

const anything = phrase(
  'anything|something|nothing',
  'anything|nothing at all',
  'any|either of? our? channels|lists|channel|list|them|way',
  'at least|minimum one of? our|the|these? channel|channels|list|lists|them|way',
  'one channel|way or another|other',
  'one way or the? another|other',
)

const everything = phrase(
  'everything',
  'both|all of? the|our|these? channels|lists|ways',
  'every channel|list',
  'all|both marketing? channels|communications|messages|marketing',
  'both of them',
  'all of it|them',
)

/** "isn’t subscribed to anything": by no channel at all; "opted out of everything": of either channel. */
export function anyChannelAt(reading: Reading, at: number): Found<Channels> | undefined {
  const whole = everything(reading, at)
  if (whole >= 0) return { value: { channels: EVERY, any: false }, end: whole }
  const end = anything(reading, at)
  return end < 0 ? undefined : { value: { channels: EVERY, any: true }, end }
}

export function channelsAt(reading: Reading, at: number): Found<Channels> | undefined {
  const channels: Channel[] = []
  let any = false
  let end = skip(reading, at, both)
  for (;;) {
    const joint = channels.length === 0 ? end : channelJoint(reading, end)
    const found =
      joint < 0
        ? undefined
        : CHANNEL_WORDS.map(([name, words]) => ({ name, end: words(reading, joint) })).toSorted(
            (a, b) => b.end - a.end,
          )[0]
    if (found === undefined || found.end < 0) break
    if (/^(?:or|nor|\/)$/.test(reading.tokens[end]?.word ?? '') && channels.length > 0) any = true
    channels.push(found.name)
    end = skip(reading, found.end, marketing)
  }
  if (channels.length === 0) return undefined
  const alone = only(reading, end)
  return alone < 0
    ? { value: { channels, any }, end }
    : { value: { channels, any, only: true }, end: skip(reading, alone, marketing) }
}

/** Consent by these channels, or another state of it; by these alone, not by the others. */
export function criteriaOf(
  { channels, any, only: alone }: Channels,
  is: ConsentCondition['is'],
  negative: boolean,
) {
  const parts = channels.map((channel) => ({ type: 'consent', channel, is }) as const)
  const joined = any ? anyOf(parts) : allOf(parts)
  const others = alone ? EVERY.filter((channel) => !channels.includes(channel)) : []
  const whole = allOf([
    joined,
    ...others.map((channel) => negated({ type: 'consent', channel, is } as const)),
  ])
  return negative ? negated(whole) : whole
}

/** “Only” by one channel leaves the other out, which a mere “by SMS” does not. */
export const readAlone = ({ channels, only: alone }: Channels): readonly string[] =>
  alone && channels.length === 1
    ? [
        `“only” is read as by ${NAMES[channels[0] ?? 'email']} and not by ${NAMES[channels[0] === 'email' ? 'sms' : 'email']}.`,
      ]
    : []
const NAMES: Readonly<Record<Channel, string>> = { email: 'e-mail', sms: 'SMS' }
