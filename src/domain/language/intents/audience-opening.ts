import type { AudienceChannel } from '../../audiences/shown.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

const CHANNELS: readonly (readonly [AudienceChannel, Phrase])[] = [
  ['email', phrase('email|emails|mail|newsletter|emailing', 'e mail|mails', 'e - mail')],
  ['sms', phrase('sms|text|texts|texting', 'text message|messages|messaging', 'sms messages')],
  [
    'ads',
    phrase(
      'ads|ad|advertising|adverts|advertisement',
      'meta|facebook|google|instagram|tiktok|paid|search|social ads|ad|advertising?',
      'paid social|media',
      'meta|facebook custom',
    ),
  ],
  ['sales', phrase('sales|selling', 'sales team|reps|people', 'calls|calling|cold calling?')],
]
const make = phrase(
  'create|make|build|generate|prepare|draft|start|add|define|set|get|give up? me|us?',
  'i|we need|want',
  'new',
)
const article = phrase('a|an|the|one|another|my|our', 'a|an|the? new', 'new')
const thing = phrase('audience|audiences')
const campaign = phrase('campaign|campaigns|mailing|blast|push|sending')
const on = phrase('for|on|by|via|in|over the?', 'to use|send on|by|via')
const of = phrase(
  'of|from|with|containing|including|out of|based on|:',
  'made|built? of|from|out',
  'who|where',
)

export interface Opening {
  readonly channel: AudienceChannel
  /** The first token of whom it takes. */
  readonly end: number
}

/** `make an e-mail audience from`, `audience for Meta ads from`, `build an audience of`: with a channel only. */
export function openingAt(reading: Reading, start: number): Opening | undefined {
  const at = skip(reading, skip(reading, start, make), article)
  const before = channelAt(reading, at)
  if (before !== undefined) {
    const named = thing(reading, before.end)
    return named < 0 ? undefined : { channel: before.channel, end: skip(reading, named, of) }
  }
  const named = thing(reading, at)
  if (named < 0) return undefined
  const behind = channelAt(reading, skip(reading, named, on))
  if (behind === undefined) return undefined
  const end = skip(reading, behind.end, campaign)
  const from = of(reading, end)
  // "An audience for email subscribers" names people, and no channel.
  if (from < 0 && end < reading.tokens.length) return undefined
  return { channel: behind.channel, end: Math.max(from, end) }
}

function channelAt(reading: Reading, at: number): Opening | undefined {
  return CHANNELS.map(([channel, words]) => ({ channel, end: words(reading, at) }))
    .filter(({ end }) => end >= 0)
    .toSorted((a, b) => b.end - a.end)[0]
}

/** Does it begin with an audience for a channel? "Make an email …" alone asks for a letter. */
export const opensAudience = (reading: Reading, start: number): boolean =>
  openingAt(reading, start) !== undefined

const audienceOf = phrase(
  'audience|audiences of|from|with|containing|including|:',
  'audience made|built? of|from|out of?',
)

/** Behind `make an`, where there is no word of an audience. */
export const afterMaking = (reading: Reading, start: number): number =>
  skip(reading, skip(reading, start, make), article)

/** Behind `make an audience of`, without a channel; -1 where that is not said. */
export const audienceWithout = (reading: Reading, start: number): number =>
  audienceOf(reading, afterMaking(reading, start))
