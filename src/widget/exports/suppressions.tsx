import type { ComponentChildren } from 'preact'
import { type PickedSegment, SegmentPicker } from '../segments/segment-picker.tsx'

interface Props {
  /** Id of the segment that is exported. */
  readonly of: string
  readonly less: readonly PickedSegment[]
  onChange(less: readonly PickedSegment[]): void
  /** Who else can be left out. */
  readonly children: ComponentChildren
}

/** Segments whose members stay out of the audience that is made of this one. */
export function Suppressions({ of, less, onChange, children }: Props) {
  return (
    <fieldset class="choices">
      <legend>Leave out</legend>
      {children}
      {less.length === 0 ? null : (
        <ul class="picked" aria-label="Segments to leave out">
          {less.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`Don’t leave out ${name}`}
                onClick={() => onChange(less.filter((each) => each.id !== id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <SegmentPicker
        label="Whoever is in another segment"
        without={[of, ...less.map(({ id }) => id)]}
        onPick={({ id, name }) => {
          if (id !== of && !less.some((each) => each.id === id)) onChange([...less, { id, name }])
        }}
      />
    </fieldset>
  )
}
