import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { eventNamed } from './event-heads.ts'
import { EVENT_KINDS, type EventKind, ownKind } from './event-kinds.ts'
import { EVENT_VERBS } from './event-words.ts'

/** As its words are cut into tokens. */
const spelled = (verbs: string) =>
  phrase(verbs.replaceAll('e-mail', 'email').replace('SMS', 'sms').replace(/^had /, 'had? '))

const SHOWN: readonly (readonly [EventKind, Phrase])[] = [...EVENT_VERBS].map(([type, verbs]) => [
  EVENT_KINDS.find(({ types }) => types.includes(type)) ?? ownKind(type, type),
  spelled(verbs),
])
const named = phrase('had? the|an event', 'had? an event called|named')
const joint = phrase('or', ',', ', or')

/** `viewed a product, opened an e-mail or had the event “Wheel Spin” or Quiz`, as event-words.ts writes them. */
export function shownEvents(reading: Reading, at: number): Found<EventKind[]> | undefined {
  const kinds: EventKind[] = []
  let end = at
  let name = false
  let joined = false
  let alone = at
  for (let from = at; from >= 0; from = joint(reading, end)) {
    const verb = longestIn(reading, from, SHOWN)
    // Names go on behind a name: “had the event A or B”.
    const opened = name ? skip(reading, from, named) : named(reading, from)
    const found = verb ?? (opened < 0 ? undefined : eventNamed(reading, opened))
    if (found === undefined) break
    joined ||= kinds.length > 0 && wordAt(reading, from - 1) === 'or'
    kinds.push(found.value)
    name = verb === undefined
    end = found.end
    if (kinds.length === 1) alone = end
  }
  const [first] = kinds
  if (first === undefined) return undefined
  // "opened an e-mail, clicked an ad": what commas alone join is each a condition of its own.
  return joined ? { value: kinds, end } : { value: [first], end: alone }
}
