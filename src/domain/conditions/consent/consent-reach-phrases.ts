import { allOf, type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { anyChannelAt, type Channels, channelsAt, criteriaOf, only, readAlone } from './consent-channels.ts'
import { butNot, butNotWord } from './consent-held-phrases.ts'

const reach = phrase(
  'can|could|may|able|allowed not? only|just? still? to? be? neither? emailed|mailed|texted|messaged|contacted|reached',
  'are emailable|textable|contactable',
  'reachable|contactable',
  'is|are|am? ok|okay|fine|safe|free|allowed|permitted|good|cleared to text|email|mail|message|sms',
)
const VERB = 'email|text|message|contact|reach|mail|sms'
const SURELY = 'still|actually|really|even|legally|currently'
const weReach = phrase(
  `can|could|may|do we|i not|neither? ${SURELY}? ${VERB}`,
  `we|i ${SURELY}? can|could|may|are|am not|neither? ${SURELY}? allowed|able? to? ${VERB}`,
  `that|who|whom we|i ${SURELY}? can|could|may not|neither|only? ${SURELY}? ${VERB}`,
  `we|i have|had|got? no|a? way of|to ${VERB}`,
)
const able = phrase('emailable|mailable', 'textable', 'reachable', 'contactable')
const by = phrase('by|via|on|through|over|with')

/** By none of the channels, whatever their names. */
const outOfReach = phrase(
  'unreachable|uncontactable',
  'no way|means|channel|chance to|of|for reach|reaching|contact|contacting',
  'there is? no way to|of reach|reaching|contact|contacting',
)

/** What is done by a channel, so that “email or text them” names two. */
const BY_CHANNEL: readonly (readonly [Channels['channels'][number], Phrase])[] = [
  ['email', phrase('email|mail|emailed|mailed|emailing|emailable|mailable')],
  ['sms', phrase('text|sms|message|texted|messaged|texting|textable')],
]
const orVerb = phrase('or|and|nor|/|,', 'and also', 'or|nor be|even', ', or|and|nor')
const OR = /^(?:or|nor|\/)$/

const ANY: Channels = { channels: ['email', 'sms'], any: true }
const ANY_READ = '“reachable” is read as by e-mail or SMS.'
const CAN_READ =
  '“can be contacted” is read as consented; say “reachable” to ask for a working address as well.'

const channelOf = (reading: Reading, at: number): Found<Channels['channels'][number]> | undefined =>
  BY_CHANNEL.map(([value, words]) => ({ value, end: words(reading, at) })).find(({ end }) => end >= 0)

/** The channels that the verbs are done by: `… email or text`. */
function verbsAt(reading: Reading, last: number): Found<Channels> | undefined {
  const first = channelOf(reading, last)
  if (first === undefined) return undefined
  const joint = orVerb(reading, first.end)
  const second = joint < 0 ? undefined : channelOf(reading, joint)
  if (second === undefined || second.value === first.value)
    return { value: { channels: [first.value], any: false }, end: first.end }
  const any = reading.tokens.slice(first.end, joint).some(({ word }) => OR.test(word))
  return { value: { channels: [first.value, second.value], any }, end: second.end }
}

const onlyBefore = phrase('only|just')

/** `can be e-mailed or texted`, `people we can’t text`, `reachable by SMS alone`, `contactable on either channel`. */
export const reachable: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const none = outOfReach(reading, polar)
  if (none >= 0 && !negative) return unreachable(reading, none)
  for (const start of new Set([at, polar, skip(reading, at, onlyBefore), skip(reading, polar, onlyBefore)])) {
    const head = Math.max(reach(reading, start), weReach(reading, start), able(reading, start))
    if (head < 0) continue
    const within = reading.tokens.slice(start, head).map(({ word }) => word)
    const strict = /^(?:reach|contact)/.test(reading.tokens[head - 1]?.word ?? '')
    const to = skip(reading, head, by)
    const verbs = strict ? undefined : verbsAt(reading, head - 1)
    const named = channelsAt(reading, to) ?? anyChannelAt(reading, to) ?? verbs
    const bare = named === undefined
    const before = onlyBefore(reading, start - 1) === start || within.some((word) => word === 'only')
    const alone = named !== undefined && before
    const behind = verbs === named && named !== undefined ? only(reading, named.end) : -1
    const channels: Channels = { ...(named?.value ?? ANY), ...((alone || behind >= 0) && { only: true }) }
    const refused =
      negative && start >= polar && reading.tokens.slice(at, polar).some((token) => token.word === 'not')
    const inside = within.some((word) => word === 'not' || word === 'no' || word === 'neither')
    const is = strict ? 'reachable' : 'subscribed'
    const notes = [...(strict ? (bare ? [ANY_READ] : []) : [CAN_READ]), ...readAlone(channels)]
    const end = behind >= 0 ? behind : (named?.end ?? head)
    const criteria = criteriaOf(channels, is, refused || inside)
    const spared = butNotReached(reading, end)
    if (spared === undefined) return { value: meaning(criteria, notes), end }
    return { value: meaning(allOf([criteria, criteriaOf(spared.value, is, true)]), notes), end: spared.end }
  }
  return undefined
}

function unreachable(reading: Reading, head: number): Found<Meaning> {
  const to = skip(reading, skip(reading, head, them), by)
  const named = channelsAt(reading, to) ?? anyChannelAt(reading, to)
  const criteria = criteriaOf(named?.value ?? ANY, 'reachable', true)
  return { value: meaning(criteria, named === undefined ? [ANY_READ] : []), end: named?.end ?? head }
}
const them = phrase('them|him|her')

const reachedWord = phrase('emailed|mailed', 'texted|messaged')

/** "… but not texted". */
function butNotReached(reading: Reading, at: number): Found<Channels> | undefined {
  const opened = butNotWord(reading, at)
  const end = opened < 0 ? -1 : reachedWord(reading, opened)
  if (end < 0) return butNot(reading, at)
  const channel = /^(?:text|message)/.test(reading.tokens[opened]?.word ?? '') ? 'sms' : 'email'
  return { value: { channels: [channel], any: false }, end }
}
