import type { ComponentType } from 'preact'
import type { Proposal, SegmentView } from '#http/api.ts'

export interface ActionProps {
  readonly segment: SegmentView
  /** The change was confirmed or rejected: the page decides what to show then. */
  onDecided(proposal: Proposal): void
}

/**
 * Something that can be done with a segment from its page. What it changes is a proposal that shows whom it touches.
 *
 * @example see rename.tsx
 */
export interface SegmentAction {
  readonly id: string
  readonly label: string
  /** Why it can't be done with this one; undefined where it can. */
  unavailable(segment: SegmentView): string | undefined
  /** What the dialog shows. */
  readonly Body: ComponentType<ActionProps>
}
