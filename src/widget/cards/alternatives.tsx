import type { Preview } from '#http/api.ts'
import { number, signed } from '../api/format.ts'

interface Props {
  readonly preview: Preview
  /** Where nothing can be said, the numbers are shown by themselves. */
  readonly onSay?: ((text: string) => void) | undefined
}

function Step({ instead, count, delta }: { instead: string; count: number; delta: number }) {
  return (
    <>
      {instead}: {number(count)} <span class="muted">({signed(delta)})</span>
    </>
  )
}

/** What might have been meant instead, each one click away. */
export function Alternatives({ preview, onSay }: Props) {
  const { alternatives = [] } = preview
  if (alternatives.length === 0) return null
  return (
    <section class="alternatives" aria-label="What it would be instead">
      <p class="muted">One step away</p>
      <ul>
        {alternatives.map(({ instead, text, words, count, delta }) => (
          <li key={words}>
            {onSay === undefined ? (
              <span class="chip" title={words}>
                <Step instead={instead} count={count} delta={delta} />
              </span>
            ) : (
              <button type="button" title={words} onClick={() => onSay(text)}>
                <Step instead={instead} count={count} delta={delta} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
