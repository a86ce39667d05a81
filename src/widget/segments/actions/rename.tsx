import type { SegmentAction } from './define.ts'
import { NamedChange } from './named-change.tsx'

export const rename: SegmentAction = {
  id: 'rename',
  label: 'Rename…',
  unavailable: ({ kind }) =>
    ({
      default: 'The RFM segments are the same everywhere; clone it instead',
      list: 'A list is named where it comes from',
      custom: undefined,
    })[kind],
  Body: ({ segment, onDecided }) => (
    <NamedChange segment={segment} kind="rename_segment" suggestion={segment.name} onDecided={onDecided} />
  ),
}
