import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { profileAt } from './profile-at.ts'

/** What a request to build a profile begins with. */
export interface Opening {
  readonly kind: 'icp' | 'persona'
  /** Where it should live, of a persona. */
  readonly icp?: NamedProfile
  readonly name?: string
  /** The first token of the description. */
  readonly end: number
}

const MAKE = 'create|make|build|draft|define|design|generate|add|start|sketch|propose|set|put|need|want|new'
const GIVEN = 'me|us? a|an|the|my|our|another? new|first|draft|b2b|customer?'
const OF = 'of|for|from|with|around|targeting|where|that|:|=|-|—|,?'
const makeIcp = phrase(
  `${MAKE} up|together? ${GIVEN} icp|icps ${OF}`,
  `${MAKE} up|together? ${GIVEN} ideal customer profile|profiles ${OF}`,
)
const makePersona = phrase(`${MAKE} up|together? ${GIVEN} buyer|customer? persona|personas called|named?`)
const make = phrase('create|make|build|draft|define|design|add|put|new a|an|the? new? persona|personas?')
const inside = phrase('under|inside|into|within|beneath|in|to|for the|our|my? icp?', 'to|in the? icp')
const behind = phrase(':|=|-|—|,|.|;', 'who|whose|that|with|are|is|for|of|targeting', ': who|with', 'icp')
/** A longer name is no name. */
const LONGEST_NAME = 8

/** Reads what stands before the description; undefined where no profile is to be built. */
export function openingOf(reading: Reading): Opening | undefined {
  const start = afterCourtesy(reading)
  const icp = makeIcp(reading, start)
  if (icp >= 0) return { kind: 'icp', end: skip(reading, icp, phraseOf) }
  const named = makePersona(reading, start)
  const from = named >= 0 ? named : make(reading, start)
  if (from < 0) return undefined
  for (let at = from; at <= Math.min(from + LONGEST_NAME, reading.tokens.length - 1); at++) {
    // What a name holds no more of: behind a colon the description has begun.
    if (at > from && /^[:;,.]$/.test(wordAt(reading, at - 1))) break
    const after = inside(reading, at)
    const found = after < 0 ? undefined : profileAt(reading, after, 'icp')
    if (found === undefined) continue
    const name = said(reading, from, at)
      .replaceAll(/["“”']/gu, '')
      .trim()
    return {
      kind: 'persona',
      icp: found.value,
      ...(name === '' ? {} : { name }),
      end: skip(reading, skip(reading, found.end, behind), behind),
    }
  }
  return named < 0 ? undefined : { kind: 'persona', end: skip(reading, named, behind) }
}

const phraseOf = phrase(':|—|-', 'for|of|with|from')
