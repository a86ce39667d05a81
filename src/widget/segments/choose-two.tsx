import { comparePath } from '../compare/words.ts'
import type { PickedSegment } from './segment-picker.tsx'

export interface ChooseProps {
  /** At most two, the first chosen first. */
  readonly chosen: readonly PickedSegment[]
  onChoose(chosen: readonly PickedSegment[]): void
}

/** A box that chooses a segment for comparing: of three the first one goes. */
export function Choose({ of, chosen, onChoose }: ChooseProps & { readonly of: PickedSegment }) {
  const others = chosen.filter(({ id }) => id !== of.id)
  return (
    <input
      type="checkbox"
      class="choose"
      aria-label={`Compare ${of.name}`}
      checked={others.length < chosen.length}
      onChange={(event) =>
        onChoose(event.currentTarget.checked ? [...others.slice(-1), { id: of.id, name: of.name }] : others)
      }
    />
  )
}

/** The way to the comparison of the two that are chosen. */
export function ChosenTwo({ chosen }: Pick<ChooseProps, 'chosen'>) {
  const [first, second] = chosen
  return (
    <p class="chosen-two" role="status">
      {first === undefined ? (
        <span class="muted">Tick two segments to compare them.</span>
      ) : second === undefined ? (
        <span class="muted">Tick another segment to compare {first.name} with.</span>
      ) : (
        <a href={comparePath(first.id, second.id)}>
          Compare {first.name} and {second.name}
        </a>
      )}
    </p>
  )
}
