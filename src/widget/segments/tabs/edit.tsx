import type { SegmentView } from '#http/api.ts'
import { LazyEditor } from '../../editor/lazy-editor.tsx'
import type { SegmentTab } from './define.ts'

/** Its criteria, to change by hand. */
function Edit({ segment }: { readonly segment: SegmentView }) {
  return <LazyEditor key={`${segment.id} ${segment.version}`} from={{ segment: segment.id }} />
}

export const edit: SegmentTab = { id: 'edit', label: 'Edit by hand', Panel: Edit }
