import type { Preview } from '#http/api.ts'

/** How each word of the request was read; what led to nothing stands out. */
export function Receipt({ spans }: { spans: Preview['receipt'] }) {
  return (
    <details class="receipt" open={spans.some((span) => span.as === 'not accounted for')}>
      <summary>How your words were read</summary>
      <p>
        {spans.map((span) => (
          <span key={span.start}>
            <span class={`span ${span.as.replaceAll(' ', '-')}`} title={span.meaning}>
              {span.text}
            </span>{' '}
          </span>
        ))}
      </p>
      <dl>
        {spans
          .filter((span) => span.as !== 'ignored')
          .map((span) => (
            <div key={span.start}>
              <dt>“{span.text}”</dt>
              <dd>{span.as === 'not accounted for' ? 'not accounted for' : span.meaning}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
