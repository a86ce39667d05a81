import type { AudienceAction } from '../../actions/define.ts'
import { ExportForm } from '../../exports/export-form.tsx'

export const exportIt: AudienceAction = {
  id: 'export',
  label: 'Export…',
  unavailable: ({ broken }) => broken ?? undefined,
  Body: ({ of: { id, entity, channel }, onDecided }) => (
    <ExportForm of={id} entity={entity} audienceOn={channel} onDecided={onDecided} />
  ),
}
