import type { SegmentAction } from './define.ts'
import { NamedChange } from './named-change.tsx'

export const clone: SegmentAction = {
  id: 'clone',
  label: 'Clone…',
  unavailable: () => undefined,
  Body: ({ segment, onDecided }) => (
    <NamedChange
      segment={segment}
      kind="clone_segment"
      suggestion={`${segment.name} (copy)`}
      onDecided={onDecided}
    />
  ),
}
