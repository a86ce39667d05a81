import type { Preview } from '#http/api.ts'
import { number } from '../api/format.ts'

interface Props {
  readonly spans: Preview['receipt']
  readonly unasked?: Preview['unasked'] | undefined
}

/** The request itself: each word by how it was read, with how many are left behind each condition. */
export function Receipt({ spans, unasked = [] }: Props) {
  const told = spans.filter(({ as }) => as !== 'ignored')
  return (
    <div class="receipt">
      <p class="sentence" aria-label="How your words were read">
        {spans.map((span) => (
          <span key={span.start}>
            <span class={`span ${span.as.replaceAll(' ', '-')}`} title={`${span.as}: ${span.meaning}`}>
              {span.text}
            </span>
            {span.left === undefined ? null : (
              <span class="left" title="left after this">
                {number(span.left)}
              </span>
            )}{' '}
          </span>
        ))}
      </p>
      {spans
        .filter(({ as }) => as === 'not accounted for')
        .map((span) => (
          <p key={span.start} class="warning" role="note">
            Not accounted for: “{span.text}”
          </p>
        ))}
      {unasked.map((words) => (
        <p key={words} class="warning" role="note">
          Not in your words: {words}
        </p>
      ))}
      <details>
        <summary>How your words were read</summary>
        <dl>
          {told.map((span) => (
            <div key={span.start}>
              <dt>“{span.text}”</dt>
              <dd>{span.as === 'not accounted for' ? 'not accounted for' : span.meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
