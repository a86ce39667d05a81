import { canonicalJson } from '#kernel/hash.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import type { StandingApart } from './shown.ts'

/** A persona for a measured goal, as it looks now. */
export interface MeasuredPersona {
  readonly id: string
  readonly version: number
  readonly goal: string
  readonly figures: StandingApart
}

/** Whether a version asked for the same: its name and status do not matter to what it looks like. */
export const sameParameters = (
  profiles: Pick<Profiles, 'versions'>,
  id: string,
  version: number,
  parameters: Profile['parameters'],
): boolean => {
  const before = profiles.versions(id).find((one) => one.version === version)
  return before !== undefined && canonicalJson(before.parameters) === canonicalJson(parameters)
}
