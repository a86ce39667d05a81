import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { channelsAt } from './consent-channels.ts'
import type { ConsentCondition } from './consent.ts'

const noun = phrase('marketing? consent|permission|optin', 'marketing? opt in')
const yesWord = phrase(':|=? yes|y|ok|okay|true|on', '( yes|y|true )')
const noWord = phrase(':|=? no|n|false|off', '( no|n|false )')
const withWord = phrase('got|get|with')
const closing = phrase(',|;|.|)|and|but|or|-|/|plus')

/** `sms yes, email no`: as forms have it. */
export function yesOrNo(reading: Reading, at: number): Found<Meaning> | undefined {
  const found = channelsAt(reading, skip(reading, at, withWord))
  const [channel, more] = found?.value.channels ?? []
  if (found === undefined || channel === undefined || more !== undefined) return undefined
  const after = skip(reading, found.end, noun)
  const no = noWord(reading, after)
  const end = Math.max(yesWord(reading, after), no)
  if (end < 0) return undefined
  // "email no opens" denies what follows.
  const ends = end >= reading.tokens.length || closing(reading, end) >= 0
  if (!ends && channelsAt(reading, end) === undefined) return undefined
  const criteria: ConsentCondition = { type: 'consent', channel, is: 'subscribed' }
  return { value: meaning(no >= 0 ? negated(criteria) : criteria), end }
}
