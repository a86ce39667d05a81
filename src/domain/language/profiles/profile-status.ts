import type { ProfileStatus } from '../../profiles/shown.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { type Commanded, done } from '../intents/commanded.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { profilesAt, profilesInTurn } from './profile-at.ts'
import { saidOf } from './said-of.ts'

const set = phrase(
  'set|make|put|turn|take|mark|switch|bring|move|send|get',
  'set|change|update|switch|turn the? status|state of',
  'the? status|state of',
)
const setTo = phrase('to|as|into|in|status|:|=|is the?', 'to|in the')
const STATUSES: readonly (readonly [Phrase, ProfileStatus])[] = [
  [phrase('live|active|on', 'go live'), 'live'],
  [phrase('archived|inactive|off|archive', 'the archive'), 'archived'],
  [phrase('a? draft again?', 'back to? draft'), 'draft'],
]
const STATUS_VERBS: readonly (readonly [Phrase, ProfileStatus])[] = [
  [phrase('activate|publish|launch|enable', 'go live with', 'set|turn|switch live|on'), 'live'],
  [phrase('archive|deactivate|retire|shelve|mothball', 'turn|switch off'), 'archived'],
  [phrase('unarchive', 'un archive', 'take offline', 'unpublish'), 'draft'],
]

/** The verbs that say a status by themselves. */
export const statusVerbs: readonly Phrase[] = STATUS_VERBS.map(([words]) => words)

/** What is done to the one that a name means, or asked where it means several. */
type Only = (
  reading: Reading,
  found: Found<readonly NamedProfile[]>,
  then: (profile: NamedProfile) => Commanded,
) => Commanded

/** `set SMB SaaS live`, `archive VP Sales and Ops Lead`: one or several of them get a status. */
export function statusOf(reading: Reading, start: number, only: Only): Commanded | undefined {
  for (const [words, status] of STATUS_VERBS) {
    const found = given(reading, words(reading, start), only, (end) =>
      isOver(reading, end) ? status : undefined,
    )
    if (found !== undefined) return found
  }
  return given(reading, set(reading, start), only, (end) => {
    const behind = skip(reading, end, setTo)
    return STATUSES.find(([words]) => {
      const last = words(reading, behind)
      return last >= 0 && isOver(reading, last)
    })?.[1]
  })
}

/** Whether a message only says whether a profile is live. */
export const saysStatus = (reading: Reading): boolean => {
  const start = afterCourtesy(reading)
  return (saidOf(reading, start, any) ?? statusOf(reading, start, any)) !== undefined
}
const any: Only = () => done({ do: 'list_proposals' })

/** The status that is said behind the one who is named from here on, or behind several. */
function given(
  reading: Reading,
  at: number,
  only: Only,
  statusBehind: (end: number) => ProfileStatus | undefined,
): Commanded | undefined {
  const one = at < 0 ? undefined : profilesAt(reading, at)
  const status = one && statusBehind(one.end)
  if (one !== undefined && status !== undefined)
    return only(reading, one, ({ id }) => done({ do: 'set_profile_status', profiles: [id], status }))
  const several = profilesInTurn(reading, at, anyJoint)
  if (several === undefined || several.value.length < 2) return undefined
  const all = statusBehind(skip(reading, several.end, nouns))
  const profiles = several.value.map(({ id }) => id)
  return all && done({ do: 'set_profile_status', profiles, status: all })
}

const anyJoint = phrase(',|and|&|plus', ', and')
const nouns = phrase('icps|personas|profiles', 'both')
