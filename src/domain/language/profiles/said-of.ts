import { phrase, type Phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { type Commanded, done } from '../intents/commanded.ts'
import { isOver } from '../intents/whole.ts'
import type { ProfileStatus } from '../../profiles/shown.ts'
import type { NamedProfile } from '../situation.ts'
import { profilesAt } from './profile-at.ts'

type Only = (
  reading: Reading,
  found: Found<readonly NamedProfile[]>,
  then: (profile: NamedProfile) => Commanded,
) => Commanded

const sign = phrase(':|,|-|–|—')
const modal = phrase('should|can|could|may|must|shall now?', 'needs|need|has|have to', 'is ready to', 'to')
const be = phrase('be|go|get|move|become|come|switched|turned|set|put|made|moved|marked|sent')
const STATES: readonly (readonly [Phrase, ProfileStatus | 'deleted'])[] = [
  [
    phrase('live|active|activated|published|launched|enabled|on', 'set|go|make|turn|switch live|active|on'),
    'live',
  ],
  [
    phrase('archived|retired|archive|shelved|deactivated|inactive|off', 'to|in|into the? archive'),
    'archived',
  ],
  [phrase('deleted|delete|removed|remove|erased|scrapped|dropped'), 'deleted'],
  [phrase('a draft again?', 'back to? a? draft', 'draft again?'), 'draft'],
]

/** “SMB SaaS should go live”, “Enterprise can be archived”, “VP Sales persona: delete”: the name first. */
export function saidOf(reading: Reading, start: number, only: Only): Commanded | undefined {
  const found = profilesAt(reading, start)
  if (found === undefined) return undefined
  const signed = sign(reading, found.end)
  const spoken = modal(reading, found.end)
  const from = skip(reading, skip(reading, Math.max(signed, spoken, found.end), be), be)
  const state = STATES.find(([words]) => {
    const end = words(reading, from)
    return end >= 0 && isOver(reading, end)
  })?.[1]
  if (state === undefined) return undefined
  return only(reading, found, ({ id }) =>
    state === 'deleted'
      ? done({ do: 'delete_profile', profile: id, withPersonas: false })
      : done({ do: 'set_profile_status', profiles: [id], status: state }),
  )
}
