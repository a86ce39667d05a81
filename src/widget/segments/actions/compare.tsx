import type { SegmentAction } from '../../actions/define.ts'
import { comparePath } from '../../compare/words.ts'
import { usePlace } from '../../shell/place.ts'
import { SegmentPicker } from '../segment-picker.tsx'

export const compare: SegmentAction = {
  id: 'compare',
  label: 'Compare…',
  unavailable: () => undefined,
  Body: function Compare({ of: { id } }) {
    const { go } = usePlace()
    return <SegmentPicker label="With" without={[id]} onPick={(other) => go(comparePath(id, other.id))} />
  },
}
