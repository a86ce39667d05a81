import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { channelsAt } from './consent-channels.ts'
import type { ConsentCondition } from './consent.ts'

const neitherWord = phrase(
  'neither consented|subscribed to? nor|or unsubscribed from?',
  'neither opted in|into to? nor|or opted out of?',
  'neither opted in nor|or out of?',
  'no known consent|status for|to?',
  'unknown consent|status for|to?',
)
const unknownWord = phrase('is unknown', 'is not known', 'unknown')
const theirConsent = phrase('whose? consent|status to|for|of?')

/** `neither consented to nor unsubscribed from SMS`, `whose consent to e-mail is unknown` */
export function unknownConsentAt(reading: Reading, at: number): Found<Meaning> | undefined {
  const { negative, end: start } = polarity(reading, at)
  const before = neitherWord(reading, start)
  const theirs = theirConsent(reading, start)
  const head = Math.max(before, theirs)
  const found = head < 0 ? undefined : channelsAt(reading, head)
  const [channel, more] = found?.value.channels ?? []
  const end = found === undefined ? -1 : before >= 0 ? found.end : unknownWord(reading, found.end)
  if (channel === undefined || more !== undefined || end < 0) return undefined
  const criteria: ConsentCondition = { type: 'consent', channel, is: 'unknown' }
  return { value: meaning(negative ? negated(criteria) : criteria), end }
}
