import type { AudienceAction } from '../../actions/define.ts'
import { ExportForm } from '../../exports/export-form.tsx'

export const exportIt: AudienceAction = {
  id: 'export',
  label: 'Export…',
  unavailable: ({ broken }) => broken ?? undefined,
  Body: ({ of: { id, channel }, onDecided }) => (
    <ExportForm of={id} audienceOn={channel} onDecided={onDecided} />
  ),
}
