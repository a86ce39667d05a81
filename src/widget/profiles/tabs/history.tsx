import { useState } from 'preact/hooks'
import type { ProfileView } from '#http/api.ts'
import { dateTime } from '../../api/format.ts'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { STATUSES } from '../words.ts'
import type { ProfileTab } from './define.ts'

/** What it was, newest first, and the way back to each. */
function History({ profile }: { readonly profile: ProfileView }) {
  const [restoring, setRestoring] = useState<number>()
  return (
    <>
      <ol class="versions" reversed>
        {profile.versions.toReversed().map(({ version, name, code, status, deleted, at, by }) => (
          <li key={version} value={version}>
            <strong dir="auto">{name}</strong> <span class="id muted">{code}</span>{' '}
            {deleted ? 'was deleted' : STATUSES[status].toLowerCase()}{' '}
            <span class="muted">
              {dateTime(at)} by {by}
            </span>
            {version === profile.version || deleted ? null : (
              <div class="actions">
                <button type="button" class="link" onClick={() => setRestoring(version)}>
                  Restore version {version}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {restoring === undefined ? null : (
        <Dialog title={`Restore version ${restoring}`} onClose={() => setRestoring(undefined)}>
          <DraftCard
            change={{ kind: 'undo_profile', profiles: [{ profileId: profile.id, version: restoring }] }}
            onDecided={() => setRestoring(undefined)}
          />
        </Dialog>
      )}
    </>
  )
}

export const history: ProfileTab = { id: 'history', label: 'History', Panel: History }
