import { useState } from 'preact/hooks'
import type { DraftCriteria, GroupComparison } from '#http/api.ts'
import { NamedChange } from '../actions/named-change.tsx'
import { number } from '../api/format.ts'
import { RequestCard } from '../proposals/draft-card.tsx'
import { segmentPath } from '../segments/words.ts'
import { Dialog } from '../shell/dialog.tsx'
import { usePlace } from '../shell/place.ts'

interface Part {
  readonly title: string
  readonly size: number
  readonly name: string
  readonly criteria: unknown
}

/** Makes a segment of a part of two segments, as a proposal like any other. */
export function SaveParts({ comparison: { first, second, both } }: { comparison: GroupComparison }) {
  const [chosen, choose] = useState<Part>()
  const { go } = usePlace()
  if (first.segment === null || second.segment === null) return null
  const [a, b] = [first, second].map(({ segment }) => ({ type: 'segment', segment }))
  const parts: readonly Part[] = [
    {
      title: 'those in both',
      size: both,
      name: `${first.name} and ${second.name}`,
      criteria: { all: [a, b] },
    },
    {
      title: `those only in ${first.name}`,
      size: first.only,
      name: `${first.name} without ${second.name}`,
      criteria: { all: [a, { none: [b] }] },
    },
    {
      title: `those only in ${second.name}`,
      size: second.only,
      name: `${second.name} without ${first.name}`,
      criteria: { all: [b, { none: [a] }] },
    },
  ]
  return (
    <>
      <p class="actions">
        <span>Make a segment of</span>
        {parts.map((part) => (
          <button key={part.title} type="button" disabled={part.size === 0} onClick={() => choose(part)}>
            {part.title} ({number(part.size)})
          </button>
        ))}
      </p>
      {chosen === undefined ? null : (
        <Dialog title={`A segment of ${chosen.title}`} onClose={() => choose(undefined)}>
          <NamedChange
            suggestion={chosen.name.slice(0, 100)}
            draw={(name) => (
              <RequestCard
                path="/api/criteria/draft"
                request={{ criteria: chosen.criteria, name } satisfies DraftCriteria}
                onDecided={({ state, outcome }) => {
                  choose(undefined)
                  const made = outcome?.['segmentId']
                  if (state === 'confirmed' && made !== undefined) go(segmentPath(made))
                }}
              />
            )}
          />
        </Dialog>
      )}
    </>
  )
}
