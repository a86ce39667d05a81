import type { ComponentType } from 'preact'
import type { ProfileView } from '#http/api.ts'

/**
 * One tab of the page of an ICP or a persona.
 *
 * @example see overview.tsx
 */
export interface ProfileTab {
  /** What stands in the address: /qualification/:id/records. */
  readonly id: string
  readonly label: string
  /** For which profiles it is there; for all where it is left out. */
  isFor?(profile: ProfileView): boolean
  readonly Panel: ComponentType<{ readonly profile: ProfileView }>
}
