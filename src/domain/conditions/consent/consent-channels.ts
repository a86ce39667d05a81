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
    ),
  ],
]
const channelJoint = phrase('and|or|nor|plus|/', ',', 'but|and also', 'and|or|nor by|via|to|for|in')
export const marketing = phrase(
  'marketing|communications|messages|campaigns',
  'marketing messages|communications',
  'only',
  'from us|you',
)
const both = phrase('both|either')
export interface Channels {
  readonly channels: readonly Channel[]
  readonly any: boolean
}

const anything = phrase(
  'anything|something|nothing',
  'anything|nothing at all',
  'any|either of? our? channels|lists|channel|list|them',
)

const everything = phrase(
  'everything',
  'both|all of? the|our|these? channels|lists',
  'every channel|list',
  'all|both marketing? channels|communications|messages|marketing',
  'both of them',
  'all of it|them',
)

/** "isn’t subscribed to anything": by no channel at all; "opted out of everything": of either channel. */
export function anyChannelAt(reading: Reading, at: number): Found<Channels> | undefined {
  const whole = everything(reading, at)
  if (whole >= 0) return { value: { channels: ['email', 'sms'], any: false }, end: whole }
  const end = anything(reading, at)
  return end < 0 ? undefined : { value: { channels: ['email', 'sms'], any: true }, end }
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
  return channels.length === 0 ? undefined : { value: { channels, any }, end }
}

/** Consent by these channels, or another state of it. */
export function criteriaOf({ channels, any }: Channels, is: ConsentCondition['is'], negative: boolean) {
  const parts = channels.map((channel) => ({ type: 'consent', channel, is }) as const)
  const joined = any ? anyOf(parts) : allOf(parts)
  return negative ? negated(joined) : joined
}
