import { DraftCard } from '../../proposals/draft-card.tsx'
import type { SegmentAction } from './define.ts'

export const remove: SegmentAction = {
  id: 'delete',
  label: 'Delete…',
  unavailable: ({ kind }) =>
    ({
      default: 'The RFM segments are the same everywhere',
      list: 'A list goes where it comes from',
      custom: undefined,
    })[kind],
  Body: ({ segment, onDecided }) => (
    <DraftCard change={{ kind: 'delete_segment', segmentId: segment.id }} onDecided={onDecided} />
  ),
}
