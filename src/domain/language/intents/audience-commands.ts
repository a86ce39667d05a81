import { phrase } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { makingAudience } from './audience-making.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { whichThereAre } from './which-there-are.ts'
import { isOver } from './whole.ts'

/** Audiences: make them of whom is described, list them, and show, rename and delete them by name. */
export function audiences(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  return listing(reading, start) ?? byName(reading, start) ?? makingAudience(reading, start, name, criteriaOf)
}

const listAll = phrase(
  'list|show|what|which|see|view|get|display|give me? are? all|my|our|the|of? my|our|the? saved|existing|available|current? audiences',
  'what|which audiences do|are we|i|you|there? have|exist|saved?',
  'audiences',
  ...whichThereAre('audiences'),
)

function listing(reading: Reading, start: number): Commanded | undefined {
  const end = listAll(reading, start)
  return end >= 0 && isOver(reading, end) ? done({ do: 'list_audiences' }) : undefined
}

const called = phrase('the|my|our? audience called|named?')
const show = phrase('show|open|view|see|display|explain|describe me?', 'what is|are in?', 'who is in')
const remove = phrase('delete|remove|drop|trash', 'get rid of')
const rename = phrase('rename')
const to = phrase('to|as')

/** `delete the audience Spring`, `rename audience Spring to Summer`: an audience's name, said to be one. */
function byName(reading: Reading, start: number): Commanded | undefined {
  const { length } = reading.tokens
  for (const [words, verb] of [
    [show, 'show_audience'],
    [remove, 'delete_audience'],
  ] as const) {
    const from = called(reading, words(reading, start))
    const id = from < 0 ? undefined : idAt(reading, from, length)
    if (id !== undefined) return done({ do: verb, audience: id })
  }
  const from = called(reading, rename(reading, start))
  if (from < 0) return undefined
  for (let at = from + 1; at < length; at++) {
    const after = to(reading, at)
    const id = after < 0 ? undefined : idAt(reading, from, at)
    const name = after < 0 ? '' : plain(reading, after, length)
    if (id !== undefined && name !== '') return done({ do: 'rename_audience', audience: id, name })
  }
  return undefined
}

const idAt = (reading: Reading, from: number, to_: number): string | undefined =>
  reading.situation.audience?.(plain(reading, from, to_))

/** The words of a name, without quotes and the sentence's end. */
function plain(reading: Reading, from: number, until: number): string {
  const [only, another] = reading.tokens.slice(from, until)
  return only?.kind === 'quoted' && another === undefined
    ? unquoted(only.text)
    : said(reading, from, until)
        .replace(/\s*[.!?]$/u, '')
        .trim()
}
