import type { SegmentAction } from '../../actions/define.ts'
import { ExportForm } from '../../exports/export-form.tsx'

export const exportIt: SegmentAction = {
  id: 'export',
  label: 'Export…',
  unavailable: () => undefined,
  Body: ({ of: { id }, onDecided }) => <ExportForm of={id} onDecided={onDecided} />,
}
