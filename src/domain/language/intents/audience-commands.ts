import type { AudienceChannel } from '../../audiences/shown.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { question } from '../grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { partsFrom } from './audience-parts.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { afterCourtesy } from './whole.ts'

const CHANNELS: readonly (readonly [AudienceChannel, Phrase])[] = [
  ['email', phrase('email|emails|mail|newsletter|emailing', 'e mail|mails', 'e - mail')],
  ['sms', phrase('sms|text|texts|texting', 'text message|messages|messaging', 'sms messages')],
  [
    'ads',
    phrase(
      'ads|ad|advertising|adverts|advertisement',
      'meta|facebook|google|instagram|tiktok|paid|search|social ads|ad|advertising?',
      'paid social|media',
      'meta|facebook custom',
    ),
  ],
]
const make = phrase(
  'create|make|build|generate|prepare|draft|start|add|define|set|get|give up? me|us?',
  'i|we need|want',
  'new',
)
const article = phrase('a|an|the|one|another|my|our', 'a|an|the? new', 'new')
const thing = phrase('audience|audiences')
const campaign = phrase('campaign|campaigns|mailing|blast|push|sending')
const on = phrase('for|on|by|via|in|over the?', 'to use|send on|by|via')
const of = phrase(
  'of|from|with|containing|including|out of|based on|:',
  'made|built? of|from|out',
  'who|where',
)

interface Opening {
  readonly channel: AudienceChannel
  /** The first token of whom it takes. */
  readonly end: number
}

/** `make an e-mail audience from`, `audience for Meta ads from`, `build an audience of`: with a channel only. */
function openingAt(reading: Reading, start: number): Opening | undefined {
  const at = skip(reading, skip(reading, start, make), article)
  const before = channelAt(reading, at)
  if (before !== undefined) {
    const named = thing(reading, before.end)
    return named < 0 ? undefined : { channel: before.channel, end: skip(reading, named, of) }
  }
  const named = thing(reading, at)
  if (named < 0) return undefined
  const behind = channelAt(reading, skip(reading, named, on))
  if (behind === undefined) return undefined
  const end = skip(reading, behind.end, campaign)
  const from = of(reading, end)
  // "An audience for email subscribers" names people, and no channel.
  if (from < 0 && end < reading.tokens.length) return undefined
  return { channel: behind.channel, end: Math.max(from, end) }
}

function channelAt(reading: Reading, at: number): Opening | undefined {
  return CHANNELS.map(([channel, words]) => ({ channel, end: words(reading, at) }))
    .filter(({ end }) => end >= 0)
    .toSorted((a, b) => b.end - a.end)[0]
}

/** Does it begin with an audience for a channel? "Make an email …" alone asks for a letter. */
export const opensAudience = (reading: Reading, start: number): boolean =>
  openingAt(reading, start) !== undefined

/** Audiences: make them of whom is described, list them, and show, rename and delete them by name. */
export function audiences(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  return listing(reading, start) ?? byName(reading, start) ?? creating(reading, start, name, criteriaOf)
}

function creating(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opening = openingAt(reading, start)
  if (opening === undefined) return undefined
  const { channel, end } = opening
  const { length } = reading.tokens
  // What is said of the audience stands behind whom it takes: the longest such end of the message.
  for (let at = end + 1; at <= length; at++) {
    const parts = partsFrom(reading, at)
    const criteria = parts && criteriaOf(end, at)
    if (parts === undefined || criteria === undefined) continue
    const whom = suppressed(criteria)
    // Of two holdouts one would be lost.
    if (whom === undefined || (whom.holdout !== undefined && parts.holdout !== undefined)) continue
    const words = reading.situation.describe(whom.criteria)
    return done({ do: 'create_audience', channel, words, ...whom, ...parts, ...named(name) })
  }
  return doubtOf(
    question(
      end,
      length,
      end >= length
        ? 'Whom should the audience take?'
        : `I can’t read all of “${said(reading, end, length)}” as whom the audience should take. Say it as “make an e-mail audience from Champions without VIP, hold out 10 %, at most 5,000 by highest spend”.`,
    ),
  )
}

const named = (name: string | undefined) => (name === undefined ? {} : { name })

/**
 * What must not hold beside what must: suppressions, each by itself. A random share of everybody is held out; two of
 * them are not understood.
 */
function suppressed(
  criteria: Criteria,
):
  | { readonly criteria: Criteria; readonly less: readonly Criteria[]; readonly holdout?: number }
  | undefined {
  if (isCondition(criteria) || !('all' in criteria)) return { criteria, less: [] }
  const denied = criteria.all.flatMap((branch) => ('none' in branch ? branch.none : []))
  const [first, ...others] = criteria.all.filter((branch) => !('none' in branch))
  if (first === undefined) return { criteria, less: [] }
  const shares = denied.flatMap((one) => randomShare(one) ?? [])
  if (shares.length > 1) return undefined
  const [share] = shares
  return {
    criteria: others.length === 0 ? first : { all: [first, ...others] },
    less: denied.filter((one) => randomShare(one) === undefined),
    ...(share === undefined ? {} : { holdout: share }),
  }
}

const randomShare = (one: Criteria): number | undefined =>
  'type' in one && one.type === 'sample' && one.from === 0 && one.split === undefined ? one.to : undefined

const listAll = phrase(
  'list|show|what|which|see|view|get|display|give me? are? all|my|our|the|of? my|our|the? saved|existing|available|current? audiences',
  'what|which audiences do|are we|i|you|there? have|exist|saved?',
  'audiences',
  'do we|i have any audiences',
  'are there any audiences',
)

function listing(reading: Reading, start: number): Commanded | undefined {
  const end = listAll(reading, start)
  return end >= 0 && afterCourtesy(reading, end) >= reading.tokens.length
    ? done({ do: 'list_audiences' })
    : undefined
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
