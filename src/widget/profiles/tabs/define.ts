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
  readonly Panel: ComponentType<{ readonly profile: ProfileView }>
}
