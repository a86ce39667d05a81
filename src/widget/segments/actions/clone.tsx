import { NamedChange } from '../../actions/named-change.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import type { SegmentAction } from '../../actions/define.ts'

export const clone: SegmentAction = {
  id: 'clone',
  label: 'Clone…',
  unavailable: () => undefined,
  Body: ({ of: { id, name }, onDecided }) => (
    <NamedChange
      suggestion={`${name} (copy)`}
      draw={(copy) => (
        <DraftCard change={{ kind: 'clone_segment', segmentId: id, name: copy }} onDecided={onDecided} />
      )}
    />
  ),
}
