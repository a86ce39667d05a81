import type { AudienceAction } from '../../actions/define.ts'
import { NamedChange } from '../../actions/named-change.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'

export const rename: AudienceAction = {
  id: 'rename',
  label: 'Rename…',
  unavailable: () => undefined,
  Body: ({ of: { id, name }, onDecided }) => (
    <NamedChange
      suggestion={name}
      draw={(typed) => (
        <DraftCard change={{ kind: 'update_audience', audienceId: id, name: typed }} onDecided={onDecided} />
      )}
    />
  ),
}
