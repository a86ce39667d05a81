/** A tree of two levels, as its keys see it. */
interface Keyed {
  readonly rows: readonly { readonly key: string; readonly inside: readonly string[] }[]
  /** The row that the keyboard is at. */
  readonly at: string | undefined
  readonly folded: ReadonlySet<string>
}

/** What a key does: go to a row, fold or unfold one, or open its page. */
export interface TreeStep {
  readonly do: 'go' | 'fold' | 'unfold' | 'open'
  readonly key: string
}

/**
 * As trees are walked everywhere (ARIA Authoring Practices, tree view): up and down along what is shown, right into a
 * row and left out of it, Home and End, Enter opens. Undefined for keys that do nothing here.
 */
export function keyInTree(key: string, { rows, at, folded }: Keyed): TreeStep | undefined {
  const shown = rows.flatMap((row) => [row.key, ...(folded.has(row.key) ? [] : row.inside)])
  const place = shown.findIndex((each) => each === at)
  const here = shown[place]
  if (here === undefined) return undefined
  const to = (next: string | undefined): TreeStep | undefined =>
    next === undefined ? undefined : { do: 'go', key: next }
  const row = rows.find((each) => each.key === here)
  switch (key) {
    case 'ArrowDown':
      return to(shown[place + 1])
    case 'ArrowUp':
      return to(shown[place - 1])
    case 'Home':
      return to(shown[0])
    case 'End':
      return to(shown.at(-1))
    case 'ArrowRight':
      if (row === undefined || row.inside.length === 0) return undefined
      return folded.has(here) ? { do: 'unfold', key: here } : to(row.inside[0])
    case 'ArrowLeft':
      if (row === undefined) return to(rows.find(({ inside }) => inside.includes(here))?.key)
      return row.inside.length === 0 || folded.has(here) ? undefined : { do: 'fold', key: here }
    case 'Enter':
    case ' ':
      return { do: 'open', key: here }
    default:
      return undefined
  }
}
