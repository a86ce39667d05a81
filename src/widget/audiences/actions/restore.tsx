import type { AudienceView } from '#http/api.ts'
import type { AudienceAction } from '../../actions/define.ts'
import { DraftCard } from '../../proposals/draft-card.tsx'

export const restore: AudienceAction = {
  id: 'restore',
  label: 'Restore the version before…',
  unavailable: (audience) => (before(audience) === undefined ? 'This is its first version' : undefined),
  Body: ({ of, onDecided }) => (
    <DraftCard
      change={{ kind: 'undo_audience', audienceId: of.id, version: before(of)?.version }}
      onDecided={onDecided}
    />
  ),
}

const before = ({ versions, version: now }: AudienceView) =>
  versions.findLast(({ deleted, version }) => !deleted && version < now)
