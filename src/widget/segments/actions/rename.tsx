import type { SegmentAction } from '../../actions/define.ts'
import { NamedChange } from '../../actions/named-change.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'

export const rename: SegmentAction = {
  id: 'rename',
  label: 'Rename…',
  unavailable: ({ kind }) =>
    ({
      default: 'The RFM segments are the same everywhere; clone it instead',
      list: 'A list is named where it comes from',
      custom: undefined,
    })[kind],
  Body: ({ of: { id, name }, onDecided }) => (
    <NamedChange
      suggestion={name}
      draw={(typed) => (
        <DraftCard change={{ kind: 'rename_segment', segmentId: id, name: typed }} onDecided={onDecided} />
      )}
    />
  ),
}
