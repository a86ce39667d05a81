import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { channelsAt } from './consent-channels.ts'
import type { ConsentCondition } from './consent.ts'

const neitherWord = phrase(
  'neither consented|subscribed to? nor|or unsubscribed from?',
  'neither opted in|into to? nor|or opted out of?',
  'neither opted in nor|or out of?',
  'no known consent|status for|to?',
  'unknown consent|status for|to?',
)
const unknownWord = phrase('is unknown|missing', 'is not known', 'unknown|missing')
const theirConsent = phrase('whose? consent|status to|for|of?')
/** "never been asked about SMS": without the "never" it is denied. */
const askedWord = phrase(
  'asked for|about',
  'asked whether|if they want|wanted|like|take',
  'answered on|about',
  'said yes or|nor no to',
  'gave|given|give an|any? answer on|about|to',
)
const noAnswer = phrase('with|have|has? no answer on|about|to', 'with|have|has? unknown')
const consentNoun = phrase('marketing? consent|status|permission')

/** `neither consented to nor unsubscribed from SMS`, `whose consent to e-mail is unknown` */
export function unknownConsentAt(reading: Reading, at: number): Found<Meaning> | undefined {
  const { negative, end: start } = polarity(reading, at)
  const asked = askedWord(reading, start)
  const before = Math.max(neitherWord(reading, start), noAnswer(reading, at), asked)
  const theirs = theirConsent(reading, start)
  const head = Math.max(before, theirs)
  const found = head < 0 ? undefined : channelsAt(reading, head)
  const [channel, more] = found?.value.channels ?? []
  const noun = found === undefined ? -1 : skip(reading, found.end, consentNoun)
  const end = found === undefined ? -1 : before >= 0 ? noun : unknownWord(reading, found.end)
  // "unknown email" may be a missing address.
  const ofAddress = /^unknown$/.test(wordAt(reading, head - 1)) && noun === found?.end
  if (channel === undefined || more !== undefined || end < 0 || ofAddress) return undefined
  const criteria: ConsentCondition = { type: 'consent', channel, is: 'unknown' }
  const denied = before === asked && asked >= 0 ? !negative : negative
  return { value: meaning(denied ? negated(criteria) : criteria), end }
}
