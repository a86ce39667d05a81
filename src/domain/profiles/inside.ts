import { ConflictError, InputError } from '#kernel/errors.ts'
import { entityInside } from './check-parameters.ts'
import type { Profile } from './schema.ts'

/** Throws InputError where what is to be copied into an ICP is one itself. */
export function refuseIcpInside({ kind, name }: Pick<Profile, 'kind' | 'name'>): void {
  if (kind === 'persona') return
  throw new InputError(`“${name}” is an ICP, and ICPs are not inside others`, {
    next: 'Clone the ICP itself under another name, or name a persona.',
    path: ['profileId'],
  })
}

/** Throws ConflictError where a persona is about others than are inside an ICP. */
export function refuseStrangerInside(
  icp: Pick<Profile, 'name' | 'entity'>,
  persona: Pick<Profile, 'name' | 'entity'>,
): void {
  if (entityInside(icp) === persona.entity) return
  throw new ConflictError(
    `“${icp.name}” is about ${icp.entity === 'company' ? 'companies' : 'customers'}, and “${persona.name}” is not about those inside it`,
    {
      next:
        icp.entity === 'company'
          ? 'Choose an ICP over customers, or build a persona over people there.'
          : 'Choose an ICP over companies, or build a persona over customers there.',
      path: ['copies'],
    },
  )
}
