import { number } from '../api/format.ts'
import { usePlace } from '../shell/place.ts'

interface Props {
  readonly page: number
  readonly pages: number
  readonly found: number
  /** What is listed, in the plural. */
  readonly noun: string
}

/** The way to the other pages of a table, as links that keep the rest of the address. */
export function Pages({ page, pages, found, noun }: Props) {
  const { path, query } = usePlace()
  if (pages === 1) return null
  const to = (at: number) => {
    const next = new URLSearchParams(query)
    if (at === 1) next.delete('page')
    else next.set('page', String(at))
    return next.size === 0 ? path : `${path}?${next}`
  }
  return (
    <nav class="pages" aria-label="Pages">
      {page === 1 ? null : (
        <a href={to(page - 1)} rel="prev">
          ← Previous
        </a>
      )}
      <span class="muted">
        Page {page} of {pages}, {number(found)} {noun}
      </span>
      {page === pages ? null : (
        <a href={to(page + 1)} rel="next">
          Next →
        </a>
      )}
    </nav>
  )
}
