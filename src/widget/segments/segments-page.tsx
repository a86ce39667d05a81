import { useState } from 'preact/hooks'
import type { SegmentList } from '#http/api.ts'
import { ago, money, number, share } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { askChat } from '../chat/ask-chat.ts'
import { freshness } from '../cards/freshness.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useQueryChange, useTitle } from '../shell/place.ts'
import { Choose, type ChooseProps, ChosenTwo } from './choose-two.tsx'
import { Pages } from './pages.tsx'
import type { PickedSegment } from './segment-picker.tsx'
import { SortHeader } from './sort-header.tsx'
import { TrendCell } from './trend.tsx'
import { KINDS, segmentPath } from './words.ts'

/** All segments side by side. What is searched, sorted and which page is shown stands in the address. */
export function SegmentsPage() {
  const { query } = usePlace()
  const change = useQueryChange()
  const search = query.get('search') ?? ''
  const asked = new URLSearchParams([...query].filter(([name]) => ASKED.has(name)))
  const { data, error } = useLoad<SegmentList>(`/api/segments?${asked}`)
  const [chosen, choose] = useState<readonly PickedSegment[]>([])
  useTitle('Segments')
  return (
    <div class="page">
      <h1>Segments</h1>
      <p class="muted">
        Saved criteria and imported lists, for understanding your customers. New ones begin in the{' '}
        <a href="/">chat</a>, or are <a href="/build">built by hand</a>.
      </p>
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search segments"
          placeholder="Search segments"
          value={search}
          onInput={(event) =>
            change({ search: event.currentTarget.value, page: undefined }, { replace: true })
          }
        />
      </div>
      {error === undefined ? null : (
        <ProblemCard
          title={error.message}
          next={error.detail.next}
          choices={[{ label: 'Show all segments', href: '/segments' }]}
        />
      )}
      {error !== undefined ? null : data === undefined ? (
        <Loading />
      ) : data.segments.length === 0 ? (
        <p>
          No segment has “{search}” in its name. <a href="/segments">Show all segments</a>
        </p>
      ) : (
        <>
          <ChosenTwo chosen={chosen} />
          <SegmentTable
            data={data}
            chosen={chosen}
            onChoose={choose}
            withoutOrders={search === '' && data.page === data.pages}
          />
          <p class="muted asof">Last counts{freshness(data.freshness)}</p>
          <Pages page={data.page} pages={data.pages} found={data.found} noun="segments" />
        </>
      )}
    </div>
  )
}

const ASKED: ReadonlySet<string> = new Set(['search', 'sort', 'page'])

interface TableProps extends ChooseProps {
  readonly data: SegmentList
  readonly withoutOrders: boolean
}

function SegmentTable({ data, withoutOrders, ...choosing }: TableProps) {
  const { total, currency } = data
  return (
    <table class="wide segments">
      <thead>
        <tr>
          <SortHeader by="name">Segment</SortHeader>
          <SortHeader by="customers" figure>
            Customers
          </SortHeader>
          <SortHeader by="revenue" figure>
            Revenue
          </SortHeader>
          <SortHeader by="average_order" figure minor>
            Average order
          </SortHeader>
          <th scope="col" class="minor">
            Trend
          </th>
        </tr>
      </thead>
      <tbody>
        {data.segments.map((segment) => (
          <tr key={segment.id}>
            <td>
              <Choose of={segment} {...choosing} />
              <a class="segment-name" href={segmentPath(segment.id)} dir="auto">
                {segment.name}
              </a>{' '}
              <span class="kind">{KINDS[segment.kind]}</span>
              <div class="muted segment-description">
                {segment.kind === 'custom' ? segment.words : segment.description}
              </div>
              {segment.emptyBecause === null ? null : (
                <div class="segment-description">Empty: {segment.emptyBecause}</div>
              )}
              {segment.broken.map((rule) => (
                <div key={rule} class="rule-broken">
                  Breaks a rule: {rule}
                </div>
              ))}
            </td>
            <td class="figure">
              {segment.members === null ? '–' : number(segment.members)}
              {segment.members === null ? null : <small>{share(segment.members, total)}</small>}
            </td>
            <td class="figure">
              {segment.figures === null ? '–' : money(segment.figures.revenue, currency)}
            </td>
            <td class="figure minor">
              {segment.figures?.averageOrder == null ? '–' : money(segment.figures.averageOrder, currency)}
            </td>
            <td class="minor">
              {segment.trend === null ? null : <TrendCell trend={segment.trend} />}
              <small>{segment.refreshedAt === null ? 'Not counted yet' : ago(segment.refreshedAt)}</small>
            </td>
          </tr>
        ))}
      </tbody>
      {withoutOrders ? (
        <tfoot>
          <tr>
            <td>
              <button
                type="button"
                class="link segment-name"
                onClick={() => askChat('Customers who never ordered')}
              >
                No orders yet
              </button>
              <div class="muted segment-description">
                Customers who never ordered, whom none of the RFM segments holds
              </div>
            </td>
            <td class="figure">
              {number(data.noOrders)}
              <small>{share(data.noOrders, total)}</small>
            </td>
            <td class="figure">–</td>
            <td class="figure minor">–</td>
            <td class="minor">
              <small>now</small>
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}
