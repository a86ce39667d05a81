import { DraftCard } from '../../proposals/draft-card.tsx'
import type { SegmentAction } from '../../actions/define.ts'

export const remove: SegmentAction = {
  id: 'delete',
  label: 'Delete…',
  unavailable: ({ kind }) =>
    ({
      default: 'The RFM segments are the same everywhere',
      list: 'A list goes where it comes from',
      custom: undefined,
    })[kind],
  Body: ({ of, onDecided }) => (
    <DraftCard change={{ kind: 'delete_segment', segmentId: of.id }} onDecided={onDecided} />
  ),
}
