import { z } from 'zod'
import { toMinute } from '#kernel/clock.ts'
import { ENTITIES } from '../entities/entity.ts'
import { type Bitset, count, countShared } from '../members/bitset.ts'
import type { Services } from '../services.ts'
import { fitOf, fitWithin } from './fit.ts'
import type { Profile } from './schema.ts'
import { PROFILE_STATUSES } from './shown.ts'
import { waitingProfiles, waitingUnder } from './waiting.ts'

/** Whom a profile fits, live or not, and also where only a proposal would make it. */
export const sizedProfileSchema = z.object({
  id: z.string(),
  name: z.string(),
  entity: z.enum(ENTITIES),
  status: z.enum([...PROFILE_STATUSES, 'waiting']),
  /** Records that pass every filter and no exclude; of a persona those inside its ICP. */
  fits: z.int(),
  /** Completes `Companies that …`; null where it fits everybody. */
  words: z.string().nullable(),
})
export type SizedProfile = z.output<typeof sizedProfileSchema>

type Known = Pick<Profile, 'id' | 'name' | 'icpId' | 'entity' | 'parameters'> & Pick<SizedProfile, 'status'>

/** Sizes of profiles, and how many records both of two fit. */
interface Sizes {
  readonly sizes: SizedProfile[]
  /** Of two about the same kind of record. */
  readonly both?: number
}

/** Counted at one moment. Throws NotFoundError for an id that is nothing. */
export async function sizesOf(
  services: Pick<Services, 'profiles' | 'proposals' | 'members' | 'explanations' | 'clock'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Sizes> {
  const { profiles, proposals, members, explanations, clock } = services
  const known = (id: string): Known => {
    const waiting = waitingProfiles(proposals, waitingUnder(id)?.proposalId ?? '').find(
      (one) => one.id === id,
    )
    return waiting === undefined ? profiles.get(id) : { ...waiting, status: 'waiting' }
  }
  const read = { asOf: toMinute(clock.now()), signal }
  const sizes: SizedProfile[] = []
  const fitted: Bitset[] = []
  for (const id of ids) {
    const one = known(id)
    const fit = one.icpId === null ? fitOf(one.parameters) : fitWithin([known(one.icpId)], one.parameters)
    const { bits } = fit === null ? await members.everyone(read, one.entity) : await members.of(fit, read)
    fitted.push(bits)
    sizes.push({
      id: one.id,
      name: one.name,
      entity: one.entity,
      status: one.status,
      fits: count(bits),
      words: fit === null ? null : explanations.words(fit),
    })
  }
  const [one, other, ...more] = fitted
  const same = sizes[0]?.entity === sizes[1]?.entity
  return one === undefined || other === undefined || more.length > 0 || !same
    ? { sizes }
    : { sizes, both: countShared(one, other) }
}
