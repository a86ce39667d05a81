import type { Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { joinWords } from '#kernel/text.ts'
import { namesIn } from '../../criteria/context.ts'
import { criteriaIn, sourcesOf } from '../../criteria/expand.ts'
import { movesWithTime } from '../../indicators/policy.ts'
import type { DataVersions } from '../../members/members.ts'
import type { Profile } from '../schema.ts'
import { criteriaOfProfiles, sameProfiles, versionsOfProfiles } from './live.ts'
import type { IcpEntity } from './qualifying.ts'
import { FIRST_SCORING } from './moves.ts'
import { type StoredScoring, storedScoring } from './scorings.ts'

const DAY = 86_400

/** Those who are scored, whatever is asked of them. */
const OWN = {
  company: ['companies', 'people'],
  customer: ['customers'],
} as const satisfies Record<IcpEntity, readonly Source[]>

/**
 * The version counters that matter to what these profiles score: an equal state needs no new scoring. Each count of a
 * segment tells more about who was in it when; whoever asks for that is scored anew once a day.
 */
export function stateFor(
  reader: Reader,
  entity: IcpEntity,
  { live, versions }: { readonly live: readonly Profile[]; readonly versions: DataVersions },
): StoredScoring['readFrom'] {
  if (live.length === 0) return {}
  const names = criteriaIn(namesIn(reader))
  const asked = criteriaOfProfiles(live).flatMap((criteria) => sourcesOf(criteria, names))
  const sources = new Set<Source>([...OWN[entity], ...asked])
  return Object.fromEntries(
    [...sources]
      .filter((source) => source !== 'memberships' && source !== 'scores')
      .map((source) => [source, versions[source]]),
  )
}

/** Why everybody has to be scored anew: `new people`, `other profiles`, `time passed`; undefined where nobody has. */
export function whyDue(
  reader: Reader,
  entity: IcpEntity,
  now: { readonly live: readonly Profile[]; readonly versions: DataVersions; readonly now: Instant },
): string | undefined {
  const stored = storedScoring(reader, entity)
  if (stored === undefined) return now.live.length === 0 ? undefined : FIRST_SCORING
  if (!sameProfiles(stored.profiles, versionsOfProfiles(now.live))) return 'other profiles'
  const before = new Map(Object.entries(stored.readFrom))
  const raised = Object.entries(stateFor(reader, entity, now))
    .filter(([source, version]) => before.get(source) !== version)
    .map(([source]) => source)
  if (raised.length > 0) return `new ${joinWords(raised.toSorted(), 'and')}`
  const moves = criteriaOfProfiles(now.live).some((criteria) => movesWithTime({ kind: 'status', criteria }))
  return moves && now.now - stored.asOf >= DAY ? 'time passed' : undefined
}
