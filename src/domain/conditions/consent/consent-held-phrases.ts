import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { type Channels, channelsAt, criteriaOf, readAlone } from './consent-channels.ts'

const consentNoun = phrase(
  'marketing? consent|consents|permission|permissions|optin',
  'marketing? opt in|ins',
  'opted in',
  'subscription|subscriptions',
  'ok|okay|allowed|consented|subscribed|enabled',
  'is|are ok|okay|allowed|fine',
)
const required = phrase(
  'required|only|given|granted|needed|mandatory|yes|please',
  'is a? must',
  'must be given',
  'on file',
  'for? both|each',
)
/** "people we have an e-mail opt-in for" */
const ofWhom = phrase('for|from|of', 'for|from|of them')
export const lacking = phrase('no|without|missing|lacking', 'have|has|having no', 'with no')
const ofConsent = phrase(
  'marketing? consent|permission|optin :|=|for|to|is|by',
  'marketing? opt in :|=|for|to|is|by',
)

const holding = phrase(
  'with|have|has|having a|an|the|their?',
  'need|needs|needing|require|requires',
  'hold|holds|holding|gave|given|giving|granted|provided us? a|an|their|active|valid|current?',
)

const article = phrase('a|an|any|the')
const takenBack = phrase(
  'withdrew|withdraw|withdrawn|revoked|revoke|refused|refuse|declined|took|cancelled|canceled their|his|her|the|our? back?',
)
const optOut = phrase('opt out|outs', 'optout|optouts', 'unsubscriber|unsubscribers|unsubscribes')

/** `SMS consent`, `no SMS opt-in`, `e-mail ok`, `consent: email`, `e-mail opt-outs`, `revoked their SMS consent`. */
export const consentOf: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const taken = takenBack(reading, polar)
  const none = lacking(reading, polar)
  const held = none >= 0 ? none : skip(reading, skip(reading, polar, holding), article)
  const start = taken >= 0 ? taken : held
  const before = ofConsent(reading, start)
  const channels = channelsAt(reading, before >= 0 ? before : start)
  const out = channels === undefined || before >= 0 ? -1 : optOut(reading, channels.end)
  const noun = channels === undefined || before >= 0 ? -1 : consentNoun(reading, channels.end)
  if (channels === undefined || (before < 0 && noun < 0 && out < 0)) return undefined
  const is = taken >= 0 || out > noun ? 'unsubscribed' : 'subscribed'
  const told = skip(reading, before >= 0 ? channels.end : Math.max(noun, out), required)
  const ours = reading.tokens.slice(at, start).some(({ word }) => /^(?:we|i)$/.test(word))
  const end = ours ? skip(reading, told, ofWhom) : told
  return {
    value: meaning(criteriaOf(channels.value, is, negative !== none >= 0), readAlone(channels.value)),
    end,
  }
}

const ofAll = phrase('all|any|the|our|global')

const ofChannel = phrase('from|of|to|for|by|via')

/** `unsubscribers`, `no opt-outs`, `opt-outs from SMS`: where no channel is said, of e-mail. */
export const optedOut: Parser<Meaning> = (reading, at) => {
  const none = lacking(reading, at)
  const start = skip(reading, none >= 0 ? none : at, ofAll)
  const noun = optOut(reading, start)
  if (noun < 0 || /^(?:unsubscribes|out)$/.test(wordAt(reading, noun - 1))) return undefined
  const opened = ofChannel(reading, noun)
  const channels = opened < 0 ? undefined : channelsAt(reading, opened)
  const end = channels?.end ?? noun
  // Only what holds now is kept: "opt-outs last week".
  if (window(reading, end) !== undefined) return undefined
  const criteria = criteriaOf(
    channels?.value ?? { channels: ['email'], any: false },
    'unsubscribed',
    none >= 0,
  )
  const read = `“${said(reading, start, noun)}” is read as: unsubscribed from e-mail.`
  return { value: { ...meaning(criteria, channels === undefined ? [read] : []), people: true }, end }
}

export const butNotWord = phrase(
  ',? but|and not|never',
  ',? not',
  ',? but|and not to|for|via|by|from',
  ',? not to|for|via|by|from',
)

/** "… but not to e-mail". */
export function butNot(reading: Reading, at: number): Found<Channels> | undefined {
  const opened = butNotWord(reading, at)
  const found = opened < 0 ? undefined : channelsAt(reading, opened)
  return found && { ...found, end: skip(reading, found.end, consentNoun) }
}
