import type { Doubt } from '../grammar/meaning.ts'
import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'
import type { Token } from '../tokens/token.ts'
import { tokenize } from '../tokens/tokenize.ts'

const before = phrase(
  'the|my|our|a',
  'the|my|our whole|entire|full|complete|segment|list|audience|group?',
  'the|my|our segment|list|audience|group',
  'segment|list|audience',
  'segment|list|audience called|named',
  'the segment|list called|named',
)
const after = phrase('segment|list|audience|group|one', "'s|'|’")
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

/** Of more names nobody chooses by reading them. */
const MOST = 4

/** Asks which segment is meant, with the names that are near. */
export function whichSegment(
  reading: Reading,
  from: number,
  verb: string,
  to = reading.tokens.length,
): Doubt {
  const named = skip(reading, skip(reading, from, before), before)
  const text = said(reading, named < to ? named : from, to).replace(/[.!?]+$/, '')
  const { vocabulary } = reading.situation
  // “Delete my Enterprise ICP” means no segment, whatever is called so.
  const profile = /^(?:my |our |the )?(?<name>.*?)\s*\b(?<kind>icps?|personas?)$/iu.exec(text)?.groups
  if (profile !== undefined) {
    const kind = /^i/iu.test(profile['kind'] ?? '') ? 'ICP' : 'persona'
    const name = profile['name'] ?? ''
    const called = name === '' ? '' : ` called “${name}”`
    return question(from, to, `There is no ${kind}${called} that I could ${verb}. Which one do you mean?`)
  }
  const all = vocabulary.values('segment')
  const sharing = all.filter(({ label }) => sharesWord(label, reading.tokens.slice(from, to))).slice(0, MOST)
  const near = sharing.length > 0 ? sharing : vocabulary.find(text, { field: 'segment', limit: MOST })
  const offered = near.length > 0 ? near : all.slice(0, MOST)
  const says =
    text === ''
      ? `Which segment should I ${verb}?`
      : `There is no segment “${text}”. Which one should I ${verb}?`
  return question(
    from,
    to,
    says,
    offered.map((info) => [info.label, info.label]),
  )
}

/** "the 90d one" may be each of those that have "90d" in their name. */
const sharesWord = (label: string, said: readonly Token[]): boolean => {
  const words = new Set(tokenize(label).map(({ word }) => word))
  return said.some(({ word }) => words.has(word) && !SMALL.test(word))
}
const SMALL = /^(?:\P{L}|the|a|an|of|in|to|and|or|one|ones|it|that|this|segment|list|audience|for)$/u
