import { useEffect, useState } from 'preact/hooks'
import type { CustomerPage, Direction, SegmentView, Sort } from '#http/api.ts'
import { dateTime, people } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { useSettled } from '../../api/use-settled.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import { Pager } from '../../shell/pager.tsx'
import { usePlace, useQueryChange } from '../../shell/place.ts'
import { CustomerTable } from '../customer-table.tsx'
import { segmentPath } from '../words.ts'
import type { SegmentTab } from './define.ts'

/** What a first click on a column asks for. */
const FIRST_DIRECTION: Readonly<Record<Sort, Direction>> = {
  spent: 'desc',
  orders: 'desc',
  last_order: 'desc',
  name: 'asc',
}
const isSort = (text: string): text is Sort => Object.hasOwn(FIRST_DIRECTION, text)

/** Who is in it, a page at a time. The order and the search stand in the address. */
function Customers({ segment }: { readonly segment: SegmentView }) {
  const { query } = usePlace()
  const change = useQueryChange()
  // Whatever the address says: the server says what is wrong with it.
  const sort = query.get('sort') ?? 'spent'
  const direction = query.get('direction') ?? (isSort(sort) ? FIRST_DIRECTION[sort] : 'desc')
  const [typed, setTyped] = useState(query.get('search') ?? '')
  const search = useSettled(typed.trim())
  /** The cursors that led here; the first page has none. */
  const [cursors, setCursors] = useState<readonly string[]>([])
  const list = new URLSearchParams({ sort, direction, search })
  useEffect(() => {
    setCursors([])
    if (search !== (query.get('search') ?? '')) change({ search }, { replace: true })
  }, [sort, direction, search])

  const cursor = cursors.at(-1)
  const path = `/api/segments/${encodeURIComponent(segment.id)}/customers?${list}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
  const { data, error } = useLoad<CustomerPage>(path)
  const next = data?.next ?? null

  return (
    <section aria-label="Customers">
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search these customers"
          placeholder="Name, e-mail or id"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {error === undefined ? null : (
        <>
          <ProblemCard
            title={error.message}
            next={error.detail.next}
            choices={[{ label: 'Show them all, by spend', href: segmentPath(segment.id, 'customers') }]}
          />
          {cursors.length === 0 ? null : (
            <button type="button" onClick={() => setCursors([])}>
              To the first page
            </button>
          )}
        </>
      )}
      {data === undefined && error === undefined ? <Loading /> : null}
      {data === undefined || error !== undefined ? null : (
        <>
          <p class="muted" role="status">
            {search === '' ? people(data.total) : `${people(data.total)} match “${search}”`}, as of{' '}
            {dateTime(data.asOf)}
            {data.masked ? '. Names and addresses are shortened for viewers; search by whole words.' : ''}
          </p>
          {data.total === 0 ? null : (
            <CustomerTable
              page={data}
              sort={sort}
              direction={direction}
              onSort={(by) =>
                change({
                  sort: by,
                  direction: by !== sort ? FIRST_DIRECTION[by] : direction === 'asc' ? 'desc' : 'asc',
                })
              }
              whyPath={(id) => `${segmentPath(segment.id, 'why')}?customer=${encodeURIComponent(id)}`}
            />
          )}
          <Pager cursors={cursors} next={next} onTurn={setCursors} />
        </>
      )}
    </section>
  )
}

export const customers: SegmentTab = { id: 'customers', label: 'Customers', Panel: Customers }
