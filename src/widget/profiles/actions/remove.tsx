import type { ProfileAction } from '../../actions/define.ts'
import { DraftCard } from '../../proposals/draft-card.tsx'

/** An ICP goes with its personas: they live nowhere else. */
export const remove: ProfileAction = {
  id: 'delete',
  label: 'Delete…',
  unavailable: () => undefined,
  Body: ({ of, onDecided }) => (
    <DraftCard
      change={{
        kind: 'delete_profile',
        profiles: [of, ...of.personas].map(({ id, version }) => ({ profileId: id, version })),
      }}
      onDecided={onDecided}
    />
  ),
}
