import type { AudienceAction } from '../../actions/define.ts'
import { DraftCard } from '../../proposals/draft-card.tsx'

export const remove: AudienceAction = {
  id: 'delete',
  label: 'Delete…',
  unavailable: () => undefined,
  Body: ({ of: { id }, onDecided }) => (
    <DraftCard change={{ kind: 'delete_audience', audienceId: id }} onDecided={onDecided} />
  ),
}
