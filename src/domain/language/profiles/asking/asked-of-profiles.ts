import type { Reading } from '../../grammar/reading.ts'
import { type Commanded, done } from '../../intents/commanded.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import type { NamedProfile, Situation } from '../../situation.ts'
import { waitingOf } from '../waiting-of.ts'
import { type Heard, heardIn } from './heard.ts'

/** More are not shown at once. */
const MOST_SHOWN = 8

/**
 * Questions about ICPs and personas by what is in them, in any order of words: how two differ, what one asks for, which
 * there are and in which state. Undefined where a word says something else, such as whom to count.
 */
export function askedOfProfiles(reading: Reading): Commanded | undefined {
  if (reading.situation.allProfiles === undefined) return undefined
  const heard = heardIn(reading, afterCourtesy(reading))
  return reasons(reading, heard) ?? (heard.unheard > 0 ? undefined : told(reading, heard))
}

const ASKED = ['define', 'parameters', 'changed'] as const

const told = ({ situation }: Reading, heard: Heard): Commanded | undefined => {
  const { profiles, cues } = heard
  if (profiles.length > MOST_SHOWN) return undefined
  if (cues.has('compare') && profiles.length > 1) return shown(profiles, situation)
  if (profiles.length > 0) return ASKED.some((cue) => cues.has(cue)) ? shown(profiles, situation) : undefined
  return listed(situation, heard)
}

/**
 * `why is nobody from Mexico in SMB SaaS?`, `are agencies counted in SMB SaaS?`: the profile says it. Nobody is counted
 * by a why, so that the words in between may be any.
 */
function reasons({ tokens, situation }: Reading, { profiles, cues, names }: Heard): Commanded | undefined {
  const [only, another] = profiles
  if (only === undefined || another !== undefined) return undefined
  // “Why is Blue Harbor Inn not in it?” asks about one that nothing is known of.
  if (names > 1) return undefined
  const asks = cues.has('why') || (cues.has('counted') && /^(?:is|are|does|do)$/.test(tokens[0]?.word ?? ''))
  return asks ? shown(profiles, situation) : undefined
}

/** `what ICPs do we have and which of them are live?`, `the musts, preferences and excludes of every ICP` */
function listed(situation: Situation, { kinds, cues }: Heard): Commanded | undefined {
  const all = (situation.allProfiles?.() ?? []).filter(({ kind }) => kinds.has(kind))
  if (all.length === 0) return undefined
  if (cues.has('status') && cues.has('list'))
    return done({ do: 'list_profiles', waiting: waitingOf(situation) })
  return cues.has('parameters') && !cues.has('compare') && all.length <= MOST_SHOWN
    ? shown(all, situation)
    : undefined
}

function shown(profiles: readonly NamedProfile[], situation: Situation): Commanded {
  const [only, another] = profiles
  if (only === undefined) return done({ do: 'list_profiles', waiting: waitingOf(situation) })
  return another === undefined
    ? done({ do: 'show_profile', profile: only.id })
    : done({ do: 'show_profiles', profiles: profiles.map(({ id }) => id) })
}
