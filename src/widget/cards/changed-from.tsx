import type { Preview } from '#http/api.ts'
import { members, number, signed } from '../api/format.ts'

/** What a change did to the criteria before it: two bars on one scale, and the conditions that went and came. */
export function ChangedFrom({ preview }: { preview: Preview }) {
  const { changedFrom, count, entity } = preview
  if (changedFrom === undefined) return null
  const { count: before, removed, added } = changedFrom
  const scale = Math.max(1, before, count)
  return (
    <section class="changed" aria-label="What changed">
      <p>
        Changed from {number(before)} to <strong>{members(count, entity)}</strong>{' '}
        <span class="muted">({signed(count - before)})</span>
      </p>
      <dl class="two-bars">
        {(
          [
            ['Before', before],
            ['Now', count],
          ] as const
        ).map(([name, size]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
                <rect class="bar-all" width="100" height="6" />
                <rect
                  class={name === 'Now' ? 'bar-left' : 'bar-before'}
                  width={size === 0 ? 0 : Math.max(0.8, (100 * size) / scale)}
                  height="6"
                />
              </svg>
              <span class="figure">{number(size)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ul>
        {removed.map((words) => (
          <li key={`-${words}`}>
            <del>{words}</del> <span class="hidden">was taken out</span>
          </li>
        ))}
        {added.map((words) => (
          <li key={`+${words}`}>
            <ins>{words}</ins> <span class="hidden">came in</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
