import type { SegmentView } from '#http/api.ts'
import { number, people, share } from '../../api/format.ts'
import type { SegmentTab } from './define.ts'

/** Who it is, how many, and what they are worth. */
function Overview({ segment }: { readonly segment: SegmentView }) {
  return (
    <section class="card" aria-label="Who it is">
      <p class="headline">
        <strong class="count">
          {segment.members === null ? 'Not counted yet' : people(segment.members)}
        </strong>
        {segment.members === null ? null : (
          <span class="muted">
            {share(segment.members, segment.total)} of {number(segment.total)}
          </span>
        )}
      </p>
      {segment.words === null ? (
        <p>A list: its members come from elsewhere.</p>
      ) : (
        <p class="words">Customers who {segment.words}.</p>
      )}
      {segment.sql === null ? null : (
        <details>
          <summary>SQL</summary>
          <pre class="sql">{segment.sql}</pre>
        </details>
      )}
    </section>
  )
}

export const overview: SegmentTab = { id: 'overview', label: 'Overview', Panel: Overview }
