import type { Doubt } from '../grammar/meaning.ts'
import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

const before = phrase(
  'the|my|our|a',
  'the|my|our segment|list|audience|group',
  'segment|list|audience',
  'segment|list|audience called|named',
  'the segment|list called|named',
)
const after = phrase('segment|list|audience|group', "'s")
const pronoun = phrase(
  'it|that|this|them|these',
  'that|this|the segment|list|audience|one',
  'the last|latest|new segment?',
)

/** The segment or list that a command names, by its name or by "it". Its value is the id. */
export function segmentAt(reading: Reading, at: number): Found<{ id: string; name: string }> | undefined {
  const start = skip(reading, skip(reading, at, before), before)
  for (const begin of new Set([start, at])) {
    const link = reading.links.at(begin).find((one) => one.field === 'segment')
    const [id] = link?.values ?? []
    if (link !== undefined && id !== undefined) {
      return { value: { id, name: link.label }, end: skip(reading, link.end, after) }
    }
  }
  const said = pronoun(reading, at)
  const { lastSegment } = reading.situation
  return said < 0 || lastSegment === undefined ? undefined : { value: lastSegment, end: said }
}

/** Asks which segment is meant, with the names that are near. */
export function whichSegment(reading: Reading, from: number, verb: string): Doubt {
  const text = reading.tokens
    .slice(from)
    .map((token) => token.text)
    .join(' ')
  const { vocabulary } = reading.situation
  const near = vocabulary.find(text, { field: 'segment', limit: 4 })
  const offered = near.length > 0 ? near : vocabulary.values('segment').slice(0, 4)
  const says =
    text === ''
      ? `Which segment should I ${verb}?`
      : `There is no segment “${text}”. Which one should I ${verb}?`
  return question(
    from,
    reading.tokens.length,
    says,
    offered.map((info) => [info.label, info.label]),
  )
}
