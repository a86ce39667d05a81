import { z } from 'zod'
import { MOST_PROFILES } from './schema.ts'

/** A profile as it was or is at one of its versions. */
const profileVersionRef = z.strictObject({ profileId: z.string(), version: z.int().min(1) })
export type ProfileVersionRef = z.infer<typeof profileVersionRef>

/** What is changed together: an ICP with its personas, copies that were made at once. */
export const profileVersionRefs = z.array(profileVersionRef).min(1).max(MOST_PROFILES)

interface Made {
  readonly profileIds: readonly string[]
  readonly versions: readonly number[]
}

/** Profiles as a change left them. */
export const asMade = ({ profileIds, versions }: Made): ProfileVersionRef[] =>
  profileIds.map((profileId, i) => ({ profileId, version: versions[i] ?? 1 }))

/** Profiles as they were before a change. */
export const asBefore = (made: Made): ProfileVersionRef[] =>
  asMade(made).map(({ profileId, version }) => ({ profileId, version: version - 1 }))
