import { foldText } from '#kernel/text.ts'
import type { Parameter } from '../../profiles/parameter.ts'
import { question } from '../grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf } from '../intents/commanded.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import type { Command } from '../interpretation.ts'
import type { NamedProfile } from '../situation.ts'
import { parametersMeant, wholePart } from './editing/parameter-meant.ts'
import { profileAt, profilesInTurn } from './profile-at.ts'

type Kind = NamedProfile['kind']
type Counting = Command & { readonly do: 'count_profiles' }

/**
 * Questions about the ICPs and personas themselves: which live in an ICP, are called so, mention something, are live,
 * which is the largest, how many each of them fits. Undefined for anything else.
 */
export const profilesListed = (reading: Reading): Commanded | undefined => {
  if (reading.situation.allProfiles === undefined) return undefined
  const start = afterCourtesy(reading)
  for (const read of [insideOf, called, mentioning, ofStatus, inEach, extreme]) {
    const found = read(reading, start)
    if (found !== undefined) return found
  }
  return undefined
}

const list = phrase(
  'list|show|name|see|view|get|give me|us? all? my|our|the?',
  'what|which|who are|is all? my|our|the?',
  'what|which|any all? my|our|the?',
  'how many',
  'is|are there an|any|a?',
  'do|does we|i|you have|got an|any|a?',
  'have we|i|you got? an|any|a?',
  'find me|us? an|any|a|the|my|our?',
)
const icps = phrase('icp|icps', 'ideal customer profile|profiles')
const personas = phrase('buyer? persona|personas')
const within = phrase('in|inside|under|within|of|for|from|belong|belongs to? the|our|my? icp?')
const lives = phrase('do|does|are|is|live|lives|sit|sits|there|exist', 'that|which are|live|lives|is')
const has = phrase('have|has|hold|holds|contain|contains|got')

function kindAt(reading: Reading, at: number): { readonly kind: Kind; readonly end: number } | undefined {
  const icp = icps(reading, at)
  if (icp >= 0) return { kind: 'icp', end: icp }
  const persona = personas(reading, at)
  return persona < 0 ? undefined : { kind: 'persona', end: persona }
}

/** `list personas in Cyber Buyers`, `which personas does Banks have`, `what personas are there under Banks` */
function insideOf(reading: Reading, start: number): Commanded | undefined {
  const at = personas(reading, skip(reading, start, list))
  if (at < 0) return undefined
  let from = at
  for (let i = 0; i < 3; i++) from = skip(reading, from, lives)
  const home = profileAt(reading, skip(reading, from, within), 'icp')
  if (home === undefined || !isOver(reading, skip(reading, home.end, has))) return undefined
  const inside = all(reading).filter(({ icpId }) => icpId === home.value.id)
  const heading =
    inside.length === 0
      ? `“${home.value.name}” has no personas yet. “Add a persona under ${home.value.name}: …” drafts one.`
      : `Personas in “${home.value.name}”:`
  return counting(reading, heading, inside)
}

const named = phrase(
  'that|which|who? is|are? called|named',
  'that|which? begins|begin|starts|start with',
  'with a|the? name|names like|containing|of',
  'with',
  'like|called|named',
)
const something = phrase('something|so|or|like|that|in|there|the|its|their|name|names|else|?')

/** `any ICP named nordic something?`, `is there an ICP called Enterprise` */
function called(reading: Reading, start: number): Commanded | undefined {
  const opened = list(reading, start)
  const kind = kindAt(reading, opened < 0 ? start : opened)
  const name = kind === undefined ? -1 : named(reading, kind.end)
  // “ICP called Nordics: …” makes one, and “ICP called Nordics?” asks.
  if (kind === undefined || name < 0 || (opened < 0 && !reading.text.includes('?'))) return undefined
  let end = reading.tokens.length
  while (end > name && something(reading, end - 1) === end) end--
  const wanted = foldText(said(reading, name, end).replaceAll(/^["“”']|["“”'?.]+$/gu, ''))
  if (wanted === '') return undefined
  const found = all(reading).filter((one) => one.kind === kind.kind && foldText(one.name).includes(wanted))
  const what = kind.kind === 'icp' ? 'ICP' : 'persona'
  const heading =
    found.length === 0
      ? `No: no ${what} has “${said(reading, name, end)}” in its name. “List the ICPs” shows which there are.`
      : `Yes, with “${said(reading, name, end)}” in the name:`
  return counting(reading, heading, found)
}

const mentions: readonly (readonly [Phrase, readonly Parameter['mode'][]])[] = [
  [
    phrase(
      'that|which? mention|mentions|use|uses|contain|contains|include|includes|involve|involves|mentioning|using|containing|involving',
      'that|which? ask|asks|look|looks|care|cares about|for',
      'with|about',
    ),
    ['filter', 'score', 'exclude'],
  ],
  [phrase('that|which? exclude|excludes|rule|rules|leave|leaves out?', 'excluding'), ['exclude']],
  [phrase('that|which? require|requires|need|needs', 'requiring'), ['filter']],
  [phrase('that|which? prefer|prefers|score|scores', 'preferring'), ['score']],
]
const anywhere = phrase('anywhere', 'in any way', 'at all', 'somewhere')

/** `list ICPs that mention Stripe anywhere`, `which ICPs exclude agencies` */
function mentioning(reading: Reading, start: number): Commanded | undefined {
  const kind = kindAt(reading, skip(reading, start, list))
  if (kind === undefined) return undefined
  for (const [words, modes] of mentions) {
    const from = words(reading, kind.end)
    if (from < 0) continue
    let end = reading.tokens.length
    while (end > from && /^[?.!]$/.test(reading.tokens[end - 1]?.word ?? '')) end--
    if (anywhere(reading, end - 1) === end) end--
    const some = all(reading).filter((one) => one.kind === kind.kind)
    const found = some.filter((one) =>
      parametersMeant(reading.as(one.entity), from, end, one.parameters).some(({ mode }) =>
        modes.includes(mode),
      ),
    )
    // What no ICP holds must at least be understood, else “none” may only mean that it was not.
    if (found.length === 0 && !known(reading, from, end, some)) return undefined
    const what = said(reading, from, end)
    const heading =
      found.length === 0 ? `None of them does so with “${what}”.` : `These do so with “${what}”:`
    return counting(reading, heading, found)
  }
  return undefined
}

const known = (reading: Reading, from: number, to: number, profiles: readonly NamedProfile[]): boolean =>
  [...new Set(profiles.map(({ entity }) => entity))].some(
    (entity) => wholePart(reading.as(entity), from, to) !== undefined,
  )

const STATUSES: readonly (readonly [Phrase, NamedProfile['status']])[] = [
  [phrase('live|active|running'), 'live'],
  [phrase('draft|drafts|drafted|waiting'), 'draft'],
  [phrase('archived|retired|inactive'), 'archived'],
]
const are = phrase('that|which? are|is', 'in')

/** `list my live ICPs`, `which personas are drafts` */
function ofStatus(reading: Reading, start: number): Commanded | undefined {
  const opened = list(reading, start)
  if (opened < 0) return undefined
  for (const [words, status] of STATUSES) {
    const before = words(reading, opened)
    const kind = kindAt(reading, before < 0 ? opened : before)
    if (kind === undefined) continue
    const behind = before < 0 ? words(reading, skip(reading, kind.end, are)) : skip(reading, kind.end, lives)
    if (behind < 0 || !isOver(reading, behind)) continue
    const found = all(reading).filter((one) => one.kind === kind.kind && one.status === status)
    const what = kind.kind === 'icp' ? 'ICP' : 'persona'
    const is = status === 'draft' ? 'a draft' : status
    return counting(reading, found.length === 0 ? `No ${what} is ${is}.` : `${what}s that are ${is}:`, found)
  }
  return undefined
}

const each = phrase(
  'how many|much companies|accounts|people|contacts|customers|records|members? are|is|does|do|sit|fall|fit|fits|live? there? in|into|under|of|have|has? each|every|all of? the|my|our?',
  'how big|large is|are each|every|all of? the|my|our?',
  'size|sizes|count|counts|number|numbers of|for|in|per all|each|every? of? the|my|our?',
  'count|size each|every|all',
)

/** `how many companies are in each ICP`, `sizes of all personas` */
function inEach(reading: Reading, start: number): Commanded | undefined {
  const kind = kindAt(reading, each(reading, start))
  if (kind === undefined || !isOver(reading, kind.end)) return undefined
  const found = all(reading).filter((one) => one.kind === kind.kind)
  const what = kind.kind === 'icp' ? 'ICP' : 'persona'
  return counting(reading, found.length === 0 ? `There is no ${what} yet.` : `Whom each ${what} fits:`, found)
}

const which = phrase('which|what of? my|our|the|these|those?', 'what is|are my|our|the?')
const LARGEST = phrase(
  'biggest|largest|widest|broadest',
  'the? biggest|largest|widest|broadest',
  'most companies|people|accounts|contacts|customers|records|members?',
  'more|bigger companies|people|accounts|contacts|customers|records|members?',
)
const SMALLEST = phrase(
  'smallest|narrowest|tightest',
  'the? smallest|narrowest|tightest',
  'fewest|least companies|people|accounts|contacts|customers|records|members?',
  'fewer|less|smaller companies|people|accounts|contacts|customers|records|members?',
)
const link = phrase('is|are|has|have|with|fits|fit|holds|hold|contains|the')
const sign = phrase(',|:|;|?|-|–', 'between|of')
const or = phrase('or|and|vs|versus|,')

/** `which ICP is the biggest`, `which persona has fewer people, Boss or Doer` */
function extreme(reading: Reading, start: number): Commanded | undefined {
  const opened = which(reading, start)
  if (opened < 0) return undefined
  const first = askAt(reading, opened)
  const kind = kindAt(reading, first?.end ?? opened)
  if (kind === undefined) return undefined
  let at = kind.end
  for (let i = 0; i < 2; i++) at = skip(reading, at, link)
  const asked = first ?? askAt(reading, at)
  if (asked === undefined) return undefined
  const behind = first === undefined ? asked.end : kind.end
  const named = profilesInTurn(reading, skip(reading, behind, sign), or, kind.kind)
  const among = named?.value ?? []
  if (!isOver(reading, named?.end ?? behind) || among.length === 1) return undefined
  const some = among.length > 0 ? among : all(reading).filter((one) => one.kind === kind.kind)
  return counting(reading, none(kind.kind), some, asked.ask)
}

const none = (kind: Kind): string => `There is no ${kind === 'icp' ? 'ICP' : 'persona'} yet.`

function askAt(reading: Reading, at: number) {
  const largest = LARGEST(reading, at)
  if (largest >= 0) return { ask: 'largest', end: largest } as const
  const smallest = SMALLEST(reading, at)
  return smallest < 0 ? undefined : ({ ask: 'smallest', end: smallest } as const)
}

const all = ({ situation }: Reading): readonly NamedProfile[] => situation.allProfiles?.() ?? []

/** More are not counted at once. */
const MOST_COUNTED = 30

function counting(
  reading: Reading,
  heading: string,
  profiles: readonly NamedProfile[],
  ask?: Counting['ask'],
): Commanded {
  if (profiles.length > MOST_COUNTED) {
    const says = `That is ${profiles.length} of them, and at most ${MOST_COUNTED} are counted at once. “List the ICPs” shows all of them: which do you mean?`
    return doubtOf(question(0, reading.tokens.length, says))
  }
  return done({
    do: 'count_profiles',
    heading,
    ids: profiles.map(({ id }) => id),
    ...(ask !== undefined && profiles.length > 0 && { ask }),
  })
}
