import type { ProfileStatus } from '../../profiles/shown.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { type Commanded, done } from '../intents/commanded.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { profileAt, profilesAt } from './profile-at.ts'

const set = phrase('set|make|put|turn|take|mark')
const setTo = phrase('to|as|into|status')
const STATUSES: readonly (readonly [Phrase, ProfileStatus])[] = [
  [phrase('live|active|on', 'go live'), 'live'],
  [phrase('archived|inactive|off'), 'archived'],
  [phrase('a? draft again?', 'back to? draft'), 'draft'],
]
const STATUS_VERBS: readonly (readonly [Phrase, ProfileStatus])[] = [
  [phrase('activate|publish|launch|enable', 'go live with', 'set live'), 'live'],
  [phrase('archive|deactivate|retire'), 'archived'],
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
export const statusOf = (reading: Reading, start: number, only: Only): Commanded | undefined =>
  statusOfOne(reading, start, only) ?? statusOfSeveral(reading, start)

function statusOfOne(reading: Reading, start: number, only: Only): Commanded | undefined {
  for (const [words, status] of STATUS_VERBS) {
    const opened = words(reading, start)
    const found = opened < 0 ? undefined : profilesAt(reading, opened)
    if (found !== undefined && isOver(reading, found.end)) {
      return only(reading, found, ({ id }) => done({ do: 'set_profile_status', profiles: [id], status }))
    }
  }
  const opened = set(reading, start)
  const found = opened < 0 ? undefined : profilesAt(reading, opened)
  if (found === undefined) return undefined
  const behind = skip(reading, found.end, setTo)
  const status = STATUSES.find(([words]) => {
    const end = words(reading, behind)
    return end >= 0 && isOver(reading, end)
  })
  return (
    status &&
    only(reading, found, ({ id }) => done({ do: 'set_profile_status', profiles: [id], status: status[1] }))
  )
}

/** `archive VP Sales and Ops Lead`, `set A and B live` */
function statusOfSeveral(reading: Reading, start: number): Commanded | undefined {
  for (const [words, status] of STATUS_VERBS) {
    const opened = words(reading, start)
    const found = opened < 0 ? undefined : severalAt(reading, opened)
    if (found !== undefined && isOver(reading, found.end)) return statusFor(found.ids, status)
  }
  const opened = set(reading, start)
  const found = opened < 0 ? undefined : severalAt(reading, opened)
  if (found === undefined) return undefined
  const behind = skip(reading, found.end, setTo)
  const status = STATUSES.find(([words]) => {
    const end = words(reading, behind)
    return end >= 0 && isOver(reading, end)
  })
  return status && statusFor(found.ids, status[1])
}

const statusFor = (profiles: readonly string[], status: ProfileStatus): Commanded =>
  done({ do: 'set_profile_status', profiles, status })

const anyJoint = phrase(',|and|&|plus', ', and')

/** Two or more that are named one after the other. */
function severalAt(
  reading: Reading,
  at: number,
): { readonly ids: readonly string[]; readonly end: number } | undefined {
  const ids: string[] = []
  let end = at
  for (let next = at; next >= 0; next = anyJoint(reading, end)) {
    const one = profileAt(reading, next)
    if (one === undefined) break
    ids.push(one.value.id)
    ;({ end } = one)
  }
  return ids.length < 2 ? undefined : { ids, end: skip(reading, end, nouns) }
}
const nouns = phrase('icps|personas|profiles', 'both')

const isOver = (reading: Reading, at: number): boolean => afterCourtesy(reading, at) >= reading.tokens.length
