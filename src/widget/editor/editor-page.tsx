import { usePlace, useTitle } from '../shell/place.ts'
import { LazyEditor } from './lazy-editor.tsx'

/** Criteria by hand: those of a preview that the address names, or from nothing. */
export function EditorPage() {
  const { query } = usePlace()
  const preview = query.get('preview')
  useTitle('Build by hand')
  return (
    <div class="page">
      <h1>Build by hand</h1>
      <p class="muted">Add conditions and groups; the count and the words follow what you do.</p>
      <LazyEditor key={preview} from={preview === null ? undefined : { preview }} />
    </div>
  )
}
