import { joinWords } from '#kernel/text.ts'
import { type Doubt, missing, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { ENTITY_WORDS } from '../../entities/entity.ts'
import type { ProfileMeaning } from '../define.ts'
import { KIND_WORDS, profiledEntity, profilesFor, profileWords } from './profile-named.ts'
import type { ProfileAsked } from './profile-shape.ts'

export type Kind = ProfileAsked['kind']

/** Profiles that were named: they are of one kind, and any of them is meant. */
export interface Named {
  readonly kind: Kind
  readonly ids: readonly string[]
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const icpWord = phrase('icp|icps', 'ideal customer|company profile|profiles')
const personaWord = phrase('buyer? persona|personas')

/** `ICP`, `buyer persona`; companies have none of the latter. */
export function kindAt(reading: Reading, at: number): Found<Kind> | undefined {
  const icp = icpWord(reading, at)
  if (icp >= 0) return { value: 'icp', end: icp }
  const persona = reading.entity === 'company' ? -1 : personaWord(reading, at)
  return persona < 0 ? undefined : { value: 'persona', end: persona }
}

export const profilesOf = (reading: Reading, kind: Kind): readonly ProfileMeaning[] =>
  profilesFor(reading.situation.profiles?.() ?? [], reading.entity, kind)

/** What is asked of scores that nobody has; nothing where a profile of the kind is live. */
export function noneLive(reading: Reading, kind: Kind, from: number, to: number): readonly Doubt[] {
  if (profilesOf(reading, kind).some(({ live }) => live)) return []
  const whose = ENTITY_WORDS[profiledEntity(reading.entity, kind)].many
  const name = `scores of ${KIND_WORDS[kind]}s`
  const says = `No ${KIND_WORDS[kind]} over ${whose} is live, so that nobody has a score.`
  return [missing(from, to, name, says)]
}

const joint = phrase('or', ',', ', or', '/', 'and', ', and')
const within = phrase('in|of|inside|under|within the? icp?', 'from the icp')
const article = phrase('the|our|an|a|my')

/** `SMB SaaS`, `“VP Sales” in “SMB SaaS” or “CFO” in “Enterprise”`, of the kind that is said, or of the one they are. */
export function namesAt(reading: Reading, at: number, said?: Kind): Found<Named> | undefined {
  const first = nameAt(reading, at, said)
  if (first === undefined) return undefined
  const { kind } = first.value
  const ids = [...first.value.ids]
  const doubts = [...first.value.doubts]
  const assumptions: string[] = []
  let { end } = first
  for (;;) {
    const next = joint(reading, end)
    const found = next < 0 ? undefined : nameAt(reading, next, kind)
    if (found === undefined) break
    const both = reading.tokens.slice(end, next).some(({ word }) => word === 'and')
    if (both) assumptions.push(`Nobody has two ${KIND_WORDS[kind]}s, so any of these is meant.`)
    ids.push(...found.value.ids)
    doubts.push(...found.value.doubts)
    ;({ end } = found)
  }
  return { value: { kind, ids: [...new Set(ids)], assumptions: [...new Set(assumptions)], doubts }, end }
}

/** Dictionaries that hold names of profiles. */
export const PROFILE_FIELDS: ReadonlySet<string> = new Set(['profile', 'company.profile', 'person.profile'])

function nameAt(reading: Reading, at: number, said?: Kind): Found<Named> | undefined {
  const own = skip(reading, at, article)
  const asked = kindAt(reading, own)
  const kind = said ?? asked?.value
  for (const start of new Set([asked?.end ?? own, at])) {
    const links = reading.links.at(start).filter(({ field }) => PROFILE_FIELDS.has(field))
    const [longest] = links
    if (longest === undefined) continue
    const ids = links.filter(({ end }) => end === longest.end).flatMap(({ values }) => values)
    const meant = (['icp', 'persona'] as const)
      .filter((one) => kind === undefined || kind === one)
      .flatMap((one) => profilesOf(reading, one).filter(({ id }) => ids.includes(id)))
    const found = meant.length === 0 ? undefined : chosen(reading, meant, start, longest.end)
    if (found !== undefined) return found
  }
  return undefined
}

/** One of those that a name may mean; of personas the ICP may be said behind it. */
function chosen(
  reading: Reading,
  meant: readonly ProfileMeaning[],
  from: number,
  to: number,
): Found<Named> | undefined {
  const behind = within(reading, to)
  const icps = behind < 0 ? [] : icpsAt(reading, behind)
  const inside = meant.filter(({ icp }) => icps.some(({ number }) => number === icp?.number))
  const narrowed = inside.length > 0
  const left = narrowed ? inside : meant
  const end = narrowed ? (icps[0]?.end ?? to) : to
  const [one, another] = left
  if (one === undefined) return undefined
  const named = { kind: one.kind, ids: left.map(({ id }) => id), assumptions: [] }
  if (another !== undefined) return { value: { ...named, doubts: [which(reading, left, from, end)] }, end }
  if (one.live) return { value: { ...named, doubts: [] }, end }
  const is = `${profileWords(one)} is ${one.kind === 'icp' ? 'an ICP' : 'a persona'}`
  const doubt = missing(
    from,
    end,
    `scores of ${one.name}`,
    `${is} that is not live: nobody has a score under it.`,
  )
  return { value: { ...named, doubts: [doubt] }, end }
}

const icpsAt = (reading: Reading, at: number) =>
  reading.links
    .at(at)
    .filter(({ field }) => PROFILE_FIELDS.has(field))
    .flatMap(({ values, end }) =>
      profilesOf(reading, 'icp').flatMap(({ id, number }) => (values.includes(id) ? [{ number, end }] : [])),
    )

function which(reading: Reading, meant: readonly ProfileMeaning[], from: number, to: number): Doubt {
  const name = said(reading, from, to)
  const each = meant.map((one): [string, string] => [
    one.icp === null ? `the ICP ${one.name}` : `${one.name} in ${one.icp.name}`,
    `the ${KIND_WORDS[one.kind]} ${profileWords(one)}`,
  ])
  const [personas, all] = [meant.every(({ kind }) => kind === 'persona'), meant.map(profileWords)]
  const says = personas
    ? `${meant.length} ICPs have a persona “${name}”. Which do you mean?`
    : `“${name}” is an ICP and a persona. Which do you mean?`
  return question(from, to, says, [
    ...each,
    ...(personas ? [['any of them', `the persona ${joinWords(all, 'or')}`] as const] : []),
  ])
}
