import type { ComponentChildren } from 'preact'
import { usePlace, useQueryChange } from '../shell/place.ts'

interface Props {
  /** What the address names it. */
  readonly by: string
  readonly figure?: boolean
  readonly minor?: boolean
  readonly children: ComponentChildren
}

/** The head of a column that sorts: by numbers the most first, by names from A; a second time the other way. */
export function SortHeader({ by, figure = false, minor = false, children }: Props) {
  const { query } = usePlace()
  const change = useQueryChange()
  const sort = query.get('sort')
  const first = figure ? `-${by}` : by
  const second = figure ? by : `-${by}`
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none'
  return (
    <th
      scope="col"
      aria-sort={direction}
      class={[figure ? 'figure' : '', minor ? 'minor' : ''].join(' ').trim()}
    >
      <button
        type="button"
        class="sort"
        onClick={() => change({ sort: sort === first ? second : first, page: undefined })}
      >
        {children}
        <span aria-hidden="true">{{ ascending: ' ↑', descending: ' ↓', none: '' }[direction]}</span>
      </button>
    </th>
  )
}
