import type { Preview } from '#http/api.ts'
import { number, signed } from '../api/format.ts'

/** What a change did to the criteria before it, in words and in numbers. */
export function ChangedFrom({ preview }: { preview: Preview }) {
  const { changedFrom } = preview
  if (changedFrom === undefined) return null
  const { count, removed, added } = changedFrom
  return (
    <section class="changed" aria-label="What changed">
      <p>
        {number(count)} → <strong>{number(preview.count)}</strong>{' '}
        <span class="muted">({signed(preview.count - count)})</span>
      </p>
      <ul>
        {removed.map((words) => (
          <li key={`-${words}`}>
            <del>{words}</del>
          </li>
        ))}
        {added.map((words) => (
          <li key={`+${words}`}>
            <ins>{words}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}
