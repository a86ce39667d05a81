import { number } from '../api/format.ts'

interface Props {
  /** The cursors that led to the page that is shown; the first page has none. */
  readonly cursors: readonly string[]
  /** The one that leads on; null on the last page. */
  readonly next: string | null
  onTurn(cursors: readonly string[]): void
}

/** Turns the pages of a list that is read by cursors. */
export function Pager({ cursors, next, onTurn }: Props) {
  return (
    <nav class="pager" aria-label="Pages">
      <button type="button" disabled={cursors.length === 0} onClick={() => onTurn(cursors.slice(0, -1))}>
        Previous
      </button>
      <span class="muted">Page {number(cursors.length + 1)}</span>
      <button
        type="button"
        disabled={next === null}
        onClick={() => next !== null && onTurn([...cursors, next])}
      >
        Next
      </button>
    </nav>
  )
}
