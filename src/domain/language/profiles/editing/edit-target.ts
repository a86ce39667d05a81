import type { ProfileParameters } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import type { NamedProfile } from '../../situation.ts'
import { profilesAt } from '../profile-at.ts'

/** The profile that a message would change, and what it says of the change: its tokens without those that name it. */
export interface EditTarget {
  /** Several where a persona’s name is in several ICPs. */
  readonly profiles: readonly NamedProfile[]
  readonly parameters: ProfileParameters
  readonly edit: Reading
  /** The name stands in front, so that what follows may be no more than what changes. */
  readonly stricter: boolean
}

const before = phrase('in|on|for|from|with|within|of')
const place = phrase(
  'in|on|of|off|from|for',
  'out of|from',
  'to my|our|the icp|persona',
  'in|on|of|off|from|for|to my|our|the icp|persona?',
)
const change = phrase('change|update|edit|adjust|modify|tweak|tighten|make|revise')
const stricter = phrase(
  'a? bit|little|lot? stricter|tighter|narrower|pickier',
  'a? bit|little|lot? more strict|narrow|exact|selective',
  'so that it?',
)
const restrict = phrase('restrict|limit|narrow|confine')
const downTo = phrase('down? to')
const sign: Phrase = (reading, at) => (/^[:,–—-]$/.test(wordAt(reading, at)) ? at + 1 : -1)

/** Where a message names a profile that something is said of; undefined where it names none so. */
export function editTargetOf(reading: Reading): EditTarget | undefined {
  const { tokens } = reading
  const start = afterCourtesy(reading)
  const lead = profilesAt(reading, skip(reading, start, before), undefined)
  if (lead !== undefined && lead.end < tokens.length) {
    const behind = sign(reading, lead.end)
    const opened = skip(reading, start, before) > start
    if (behind >= 0 || opened)
      return targetOf(reading, lead.value, [[Math.max(behind, lead.end), tokens.length]])
  }
  const verb = change(reading, start)
  const own = verb < 0 ? undefined : profilesAt(reading, verb, undefined)
  if (own !== undefined) {
    const tight = stricter(reading, own.end)
    const from = sign(reading, tight < 0 ? own.end : tight)
    if (from >= 0) return targetOf(reading, own.value, [[from, tokens.length]], true)
  }
  const limit = restrict(reading, start)
  const limited = limit < 0 ? undefined : profilesAt(reading, limit, undefined)
  const only = limited === undefined ? -1 : downTo(reading, limited.end)
  if (limited !== undefined && only >= 0)
    return targetOf(reading, limited.value, [[only, tokens.length]], true)
  for (let at = start + 1; at < tokens.length; at++) {
    const opened = place(reading, at)
    const found = opened < 0 ? undefined : profilesAt(reading, opened, undefined)
    if (found !== undefined)
      return targetOf(reading, found.value, [
        [start, at],
        [found.end, tokens.length],
      ])
  }
  const { lastProfile, talksOfProfiles } = reading.situation
  return talksOfProfiles === true && lastProfile !== undefined
    ? targetOf(reading, [lastProfile], [[start, tokens.length]])
    : undefined
}

function targetOf(
  reading: Reading,
  profiles: readonly NamedProfile[],
  stretches: readonly (readonly [number, number])[],
  tight = false,
): EditTarget | undefined {
  const [profile] = profiles
  const tokens = stretches.flatMap(([from, to]) => reading.tokens.slice(from, to))
  if (profile === undefined || tokens.length === 0) return undefined
  const edit = reading.as(profile.entity).over(tokens)
  return { profiles, parameters: profile.parameters, edit, stricter: tight }
}
