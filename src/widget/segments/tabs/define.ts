import type { ComponentType } from 'preact'
import type { SegmentView } from '#http/api.ts'

/**
 * One tab of a segment's page.
 *
 * @example see overview.tsx
 */
export interface SegmentTab {
  /** What stands in the address: /segments/:id/history. */
  readonly id: string
  readonly label: string
  readonly Panel: ComponentType<{ readonly segment: SegmentView }>
}
