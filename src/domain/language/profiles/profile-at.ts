import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'
import type { NamedProfile } from '../situation.ts'

const noun = phrase('the|my|our? icp|persona|profile called|named?', 'the|my|our')
const nounBehind = phrase('icp|persona|profile')
const inIcp = phrase('in|of|under|inside|from|within the|our|my? icp?')
const pronoun = phrase('it|this|that', 'that|this one', 'the|that|this icp|persona|profile')
const MOST_WORDS = 10

/** The profiles that words mean, the longest first, with where they end. */
export function profilesAt(
  reading: Reading,
  at: number,
  kind?: NamedProfile['kind'],
): Found<readonly NamedProfile[]> | undefined {
  const find = reading.situation.profilesNamed
  if (find === undefined) return undefined
  const { lastProfile: last, talksOfProfiles } = reading.situation
  const meant = talksOfProfiles === true ? pronoun(reading, at) : -1
  if (meant >= 0 && last !== undefined && (kind === undefined || last.kind === kind))
    return { value: [last], end: meant }
  const start = skip(reading, at, noun)
  for (const from of new Set([start, at])) {
    for (let end = Math.min(from + MOST_WORDS, reading.tokens.length); end > from; end--) {
      const named = find(said(reading, from, end).replaceAll(/^["“”']|["“”']$/gu, '')).filter(
        (one) => kind === undefined || one.kind === kind,
      )
      if (named.length > 0) return narrowed(reading, { value: named, end: skip(reading, end, nounBehind) })
    }
  }
  return undefined
}

/** `VP Sales in SMB SaaS`: of several of one name the one there. */
function narrowed(reading: Reading, found: Found<readonly NamedProfile[]>): Found<readonly NamedProfile[]> {
  const inside = inIcp(reading, found.end)
  const icp = inside < 0 ? undefined : profilesAt(reading, inside, 'icp')
  const [home, another] = icp?.value ?? []
  if (icp === undefined || home === undefined || another !== undefined) return found
  const there = found.value.filter(({ icpId }) => icpId === home.id)
  return there.length === 0 ? found : { value: there, end: icp.end }
}

/** Profiles that are named one after another, each joined to the one before; undefined where there is none. */
export function profilesInTurn(
  reading: Reading,
  at: number,
  joint: Phrase,
  kind?: NamedProfile['kind'],
): Found<readonly NamedProfile[]> | undefined {
  const value: NamedProfile[] = []
  let end = at
  for (let next = at; next >= 0; next = joint(reading, end)) {
    const one = profileAt(reading, next, kind)
    if (one === undefined) break
    value.push(one.value)
    ;({ end } = one)
  }
  return value.length === 0 ? undefined : { value, end }
}

/** The one profile that words mean; undefined where they mean none, or several. */
export function profileAt(
  reading: Reading,
  at: number,
  kind?: NamedProfile['kind'],
): Found<NamedProfile> | undefined {
  const found = profilesAt(reading, at, kind)
  const [only, another] = found?.value ?? []
  return found === undefined || only === undefined || another !== undefined
    ? undefined
    : { value: only, end: found.end }
}
