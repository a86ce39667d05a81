import type { Profile } from '#http/api.ts'
import type { ProfileAction } from '../../actions/define.ts'
import { DraftCard } from '../../proposals/draft-card.tsx'

const action = (id: string, label: string, status: Profile['status'], already: string): ProfileAction => ({
  id,
  label,
  unavailable: (profile) => (profile.status === status ? already : undefined),
  Body: ({ of, onDecided }) => (
    <DraftCard change={{ kind: 'set_profile_status', profileId: of.id, status }} onDecided={onDecided} />
  ),
})

export const setLive = action('live', 'Set live…', 'live', 'It is live')
export const archive = action('archive', 'Archive…', 'archived', 'It is archived')
export const backToDraft = action('draft', 'Make it a draft…', 'draft', 'It is a draft')
