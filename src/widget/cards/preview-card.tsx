import type { Preview } from '#http/api.ts'
import { OwnLink } from '../shell/own-link.tsx'
import { PreviewBody } from './preview-body.tsx'

/** Criteria, counted. Saving customers as a segment is one more sentence, which drafts a proposal. */
export function PreviewCard({ preview, onSay }: { preview: Preview; onSay(text: string): void }) {
  return (
    <section class="card preview" aria-label="Preview">
      <PreviewBody preview={preview} onSay={onSay} />
      {preview.entity === 'customer' ? (
        <div class="actions">
          <button type="button" onClick={() => onSay('Save this as a segment')}>
            Save as a segment…
          </button>
          <OwnLink to={`/build?preview=${encodeURIComponent(preview.id)}`}>Edit by hand</OwnLink>
        </div>
      ) : null}
    </section>
  )
}
