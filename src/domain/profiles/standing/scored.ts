import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import type { Entity } from '../../entities/entity.ts'
import { readVersions } from '../../members/read-versions.ts'
import type { Profile } from '../schema.ts'
import { whyDue } from '../scoring/due.ts'
import { liveProfiles } from '../scoring/live.ts'
import { storedScoring } from '../scoring/scorings.ts'

/** When an entity was scored, and whether everybody is due to be scored anew. People are scored with their companies. */
export function freshnessOf(
  reader: Reader,
  profiles: readonly Profile[],
  { entity, now }: { readonly entity: Entity; readonly now: Instant },
): { readonly asOf: string | null; readonly behind: boolean } {
  const icpEntity = entity === 'person' ? 'company' : entity
  const live = liveProfiles(profiles, icpEntity)
  const stored = storedScoring(reader, icpEntity)
  return {
    asOf: stored === undefined ? null : toIso(stored.asOf),
    behind: whyDue(reader, icpEntity, { live, versions: readVersions(reader), now }) !== undefined,
  }
}
