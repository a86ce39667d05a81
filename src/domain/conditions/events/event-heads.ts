import { longestIn, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { BY_VERB, type EventKind, ownKind } from './event-kinds.ts'

const joint = phrase(',? or|and|nor', '/', 'and / or', 'or|and also?', ',')

/** `opened`, `opened or clicked`: several verbs share what follows. */
export function headsAt(
  reading: Reading,
  at: number,
): Found<{ kinds: EventKind[]; all: boolean }> | undefined {
  const first = headAt(reading, at)
  if (first === undefined) return undefined
  const kinds = [first.value]
  let all = false
  let joined = false
  let end = first.end
  for (;;) {
    const next = joint(reading, end)
    const verb = next < 0 ? undefined : polarity(reading, next)
    const found = verb === undefined || verb.negative ? undefined : headAt(reading, verb.end)
    if (found === undefined) break
    const word =
      wordAt(reading, end) === ',' && next > end + 1 ? wordAt(reading, end + 1) : wordAt(reading, end)
    joined ||= word !== ','
    if (word === 'and' && wordAt(reading, next - 1) !== 'or') all = true
    kinds.push(found.value)
    end = found.end
  }
  // "opened an e-mail, clicked an ad": what commas alone join is each a condition of its own.
  return joined || kinds.length === 1
    ? { value: { kinds, all }, end }
    : { value: { kinds: [first.value], all: false }, end: first.end }
}

function headAt(reading: Reading, at: number): Found<EventKind> | undefined {
  const found = longestIn(reading, at, BY_VERB)
  // "didn’t click in the last month": the word before a time belongs to it.
  if (
    found !== undefined &&
    wordAt(reading, found.end - 1) === 'in' &&
    window(reading, found.end - 1) !== undefined
  )
    return { ...found, end: found.end - 1 }
  return found ?? ownEvent(reading, at)
}

/** An event type of the company's own, by its name: "played_video", "played video". */
export function ownEvent(reading: Reading, at: number): Found<EventKind> | undefined {
  const start = skip(reading, skip(reading, at, doing), eventWord)
  const found = eventNamed(reading, start)
  return found && { ...found, end: skip(reading, found.end, eventWord) }
}

/** The name alone, without words around it. */
export function eventNamed(reading: Reading, at: number): Found<EventKind> | undefined {
  const link = reading.links.at(at).find((one) => one.field === 'event')
  const [type] = link?.values ?? []
  return link === undefined || type === undefined
    ? undefined
    : { value: ownKind(type, link.label), end: link.end }
}

const doing = phrase('did|do|triggered|trigger|fired|fire|performed|perform|sent|had|have the|a|an?')
export const eventWord = phrase('event|events')
