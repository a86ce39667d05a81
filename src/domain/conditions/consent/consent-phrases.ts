import { subscriberTag, subscriberWord } from '../shared/subscriber.ts'
import { yesOrNo } from './consent-answer-phrases.ts'
import { unknownConsentAt } from './consent-unknown-phrases.ts'
import {
  anyChannelAt,
  type Channels,
  channelsAt,
  criteriaOf,
  marketing,
  readAlone,
} from './consent-channels.ts'
import { butNot, consentOf, lacking, optedOut } from './consent-held-phrases.ts'
import { reachable } from './consent-reach-phrases.ts'
import { listed, onSomeList } from './listed-phrases.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'

const subscribedWord = phrase(
  'subscribed|subscribe|subscribes|subscribing|subscriber|subscribers|consented|consent|consents|agreed|agree',
  'opted|opt|opting in|into',
  'opted into',
  'accept|accepts|accepted|accepting',
  'sign|signed up for|to',
  'given|gave|granted|hold|holds consent',
  'have|has consent',
  'get|gets|receive|receives|receiving|want|wants our?',
  'on',
  'allow|allows|permit',
  'take|takes|taking',
  'said|say|says|saying yes|ok|okay',
  'ok|okay|fine|happy|cool|comfortable with getting|receiving?',
)
const still = phrase('still', 'can|could still')
const outWord = phrase(
  'opted|opt|opting out',
  'unsubscribed|unsubscribe|unsubscribes',
  'withdrew|withdrawn|revoked|refused|declined consent',
  'refused|refuse|refuses|declined|rejected|revoked',
  'opted out',
)
const to = phrase(
  'to|for|from|of|in|into|by|via|on|with|through',
  'in to',
  'to receive|get|getting|receiving',
  'to|from the|our|any',
)
const neither = phrase('neither')

const EMAIL: Channels = { channels: ['email'], any: false }
const EMAIL_READ = '“subscribed” is read as consented to e-mail.'

/** `subscribed to SMS`, `opted in to SMS but not e-mail`, `accepts marketing`, `on sms`. */
const subscribed: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, still)
  const opted = subscribedWord(reading, start)
  const out = outWord(reading, start)
  const head = Math.max(opted, out)
  if (head < 0) return undefined
  const target = skip(reading, skip(reading, head, to), to)
  const refusedBy = neither(reading, target)
  const whatever = anyChannelAt(reading, target)
  // "subscribers with neither an order nor a visit" refuse no channel.
  const refusing = refusedBy < 0 ? undefined : channelsAt(reading, refusedBy)
  const channels = refusing ?? channelsAt(reading, target) ?? whatever
  const none = whatever !== undefined && /^nothing$/.test(reading.tokens[target]?.word ?? '')
  // "bought Tea, from January on nothing"
  if (none && reading.tokens[start]?.word === 'on') return undefined
  const bare =
    /^(?:on|get|gets|receive|receives|receiving|want|wants|allow|allows|permit|take|takes|taking|yes|ok|okay|fine|happy|cool|comfortable|said|say|says|saying|accept|accepts|accepted|sign|signed)$/.test(
      reading.tokens[start]?.word ?? '',
    )
  if (channels === undefined && bare) return marketingOnly(reading, head, negative)
  const end = channels?.end ?? (marketing(reading, target) >= 0 ? marketing(reading, target) : head)
  if (channels === undefined && /^(?:consent|agree|agreed)$/.test(reading.tokens[head - 1]?.word ?? ''))
    return undefined
  const is = out > opted ? 'unsubscribed' : 'subscribed'
  const criteria = criteriaOf(channels?.value ?? EMAIL, is, negative !== (refusing !== undefined || none))
  const people = subscriberWord(reading, start) >= 0
  const tag = people && channels === undefined ? subscriberTag(reading, start, end) : undefined
  if (tag !== undefined) return { value: { ...doubtful(tag), people: true }, end }
  const value = meaning(criteria, channels === undefined ? [EMAIL_READ] : readAlone(channels.value))
  const short = butNot(reading, end)
  const whole =
    short === undefined ? value : { ...value, criteria: allOf([criteria, criteriaOf(short.value, is, true)]) }
  return { value: people ? { ...whole, people: true } : whole, end: short?.end ?? end }
}

const butNo = phrase(',? but|and no')
/** What may stand behind a channel that is all that is said: "no e-mail opened" goes on. */
const ENDS = /^(?:[,.;:!?)]|)$/

/** `SMS but no e-mail`, `e-mail but not SMS`: one channel and not the other, with no verb. */
const oneChannel: Parser<Meaning> = (reading, at) => {
  const found = channelsAt(reading, at)
  const none = found === undefined ? -1 : butNo(reading, found.end)
  const short = none >= 0 ? channelsAt(reading, none) : found && butNot(reading, found.end)
  if (found === undefined || short === undefined || !ENDS.test(wordAt(reading, short.end))) return undefined
  const kept = criteriaOf(found.value, 'subscribed', false)
  const criteria = allOf([kept, criteriaOf(short.value, 'subscribed', true)])
  return { value: meaning(criteria, ['Channels are read as consent to them.']), end: short.end }
}

const no = phrase('no|without|zero', 'no|without any')
const nor = phrase(',? and|or|nor', ',|/|;')

/** `no email no sms`, `no e-mails, no texts`: neither channel, with no verb. */
const noChannels: Parser<Meaning> = (reading, at) => {
  const channels: Channels['channels'][number][] = []
  let end = at
  for (;;) {
    const joint = channels.length === 0 ? end : skip(reading, end, nor)
    const refused = no(reading, joint)
    const found = refused < 0 ? undefined : channelsAt(reading, refused)
    const [channel, more] = found?.value.channels ?? []
    if (found === undefined || channel === undefined || more !== undefined) break
    channels.push(channel)
    end = found.end
  }
  if (new Set(channels).size < 2 || !ENDS.test(wordAt(reading, end))) return undefined
  const criteria = criteriaOf({ channels: [...new Set(channels)], any: true }, 'subscribed', true)
  return { value: meaning(criteria, ['Channels are read as consent to them.']), end }
}

const takes = phrase(
  'accept|accepts|accepted|accepting|take|takes|taking|allow|allows|on|with|have|has|gave|subscribed|opted to|in|into?',
)
const exactly = phrase('exactly|only|just|precisely? one of', 'exactly|precisely one')
const channelWord = phrase('our|the? two|both|2? channels|channel|consents|consent', 'our|the two|both|2')
const opening = phrase('(', ':', ',', '-')
const notBoth = phrase(',|-? but? not|never both', ',|-? but? not both of? them|channels?')
const closing = phrase(')')

/** `exactly one of email and SMS`, `just one of the two channels (sms or email, not both)`: one of them, and not the other. */
const exactlyOne: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const counted = exactly(reading, skip(reading, polar, takes))
  if (counted < 0 || negative) return undefined
  const worded = channelWord(reading, counted)
  const named = channelsAt(reading, worded >= 0 ? skip(reading, worded, opening) : counted)
  // "one of the two" by itself is of whatever was said before.
  const ofChannels = worded >= 0 && /^(?:channel|consent)/.test(wordAt(reading, worded - 1))
  if (!ofChannels && named?.value.channels.length !== 2) return undefined
  const behind = named !== undefined && named.value.channels.length === 2 ? named.end : worded
  const end = skip(reading, skip(reading, behind, notBoth), closing)
  const [one, other] = (['email', 'sms'] as const).map(
    (channel) => ({ type: 'consent', channel, is: 'subscribed' }) as const,
  )
  if (one === undefined || other === undefined) return undefined
  const criteria = anyOf([allOf([one, negated(other)]), allOf([other, negated(one)])])
  return { value: meaning(criteria, ['Channels are read as consent to them.']), end }
}

/** "accepts marketing": e-mail, stated. */
function marketingOnly(reading: Reading, at: number, negative: boolean): Found<Meaning> | undefined {
  const end = marketing(reading, at)
  return end < 0
    ? undefined
    : {
        value: meaning(criteriaOf(EMAIL, 'subscribed', negative), [
          '“marketing” is read as e-mail marketing.',
        ]),
        end,
      }
}

const subscribersWord = phrase(
  'opt in people|customers|list',
  'optins|optin',
  'subscriber|subscribers',
  'subscribers list',
  'list subscribers',
  'opt ins',
  'marketing subscribers',
)

/** `e-mail subscribers`, `SMS and e-mail subscribers`. */
const subscribers: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lacking)
  const negative = denied !== start > polar
  const channels = channelsAt(reading, start)
  const end = channels === undefined ? -1 : subscribersWord(reading, channels.end)
  if (channels === undefined || end < 0) return undefined
  const list = reading.links.at(start).find((link) => link.field === 'segment' && link.end >= channels.end)
  if (list !== undefined) {
    const doubt = question(
      start,
      end,
      `“${list.label}” is a list of yours. The people on it, or those who consented to e-mail?`,
      [
        [`on the list ${list.label}`, `in the list ${list.label}`],
        ['consented to e-mail', 'email subscribers'],
      ],
    )
    return { value: { ...doubtful(doubt), people: true }, end }
  }
  return {
    value: {
      ...meaning(criteriaOf(channels.value, 'subscribed', negative), readAlone(channels.value)),
      people: true,
    },
    end,
  }
}

/** "opted out of SMS this year": only what holds now is kept. */
const dated: Parser<Meaning> = (reading, at) => {
  const found = subscribed(reading, at)
  const time = found === undefined ? undefined : window(reading, found.end)
  if (found?.value.criteria === undefined || time === undefined) return undefined
  // Where it is kept as an event, that tells when.
  if (reading.situation.vocabulary.values('event').some(({ value }) => value === 'unsubscribed'))
    return undefined
  return {
    value: doubtful(missing(at, time.end, 'when consent was given or withdrawn', NOT_WHEN)),
    end: time.end,
  }
}

const NOT_WHEN =
  'When somebody agreed or opted out can’t be asked; whether they take e-mail or SMS now can: “opted out of email”, “SMS subscribers”.'

export const consentPhrases: readonly Parser<Meaning>[] = [
  subscribed,
  dated,
  subscribers,
  oneChannel,
  noChannels,
  exactlyOne,
  reachable,
  consentOf,
  optedOut,
  yesOrNo,
  listed,
  onSomeList,
  unknownConsentAt,
]
