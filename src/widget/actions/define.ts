import type { ComponentType } from 'preact'
import type { AudienceView, ProfileView, Proposal, SegmentView } from '#http/api.ts'

export interface ActionProps<T> {
  readonly of: T
  /** The change was confirmed or rejected: the page decides what to show then. */
  onDecided(proposal: Proposal): void
}

/**
 * Something that can be done with what a page is about. What it changes is a proposal that shows whom it touches.
 *
 * @example see ../segments/actions/rename.tsx
 */
export interface Action<T> {
  readonly id: string
  readonly label: string
  /** Why it can't be done with this one; undefined where it can. */
  unavailable(of: T): string | undefined
  /** What the dialog shows. */
  readonly Body: ComponentType<ActionProps<T>>
}

export type SegmentAction = Action<SegmentView>
export type AudienceAction = Action<AudienceView>
export type ProfileAction = Action<ProfileView>
