import { useState } from 'preact/hooks'
import type { CustomersFound, SegmentView, Why as Explanation } from '#http/api.ts'
import { useLoad } from '../../api/use-load.ts'
import { useSettled } from '../../api/use-settled.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { WhyCard } from '../../cards/why-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import { usePlace, useQueryChange } from '../../shell/place.ts'
import type { SegmentTab } from './define.ts'

/** Picks one customer, in it or not, and says why. Whom stands in the address. */
function Why({ segment }: { readonly segment: SegmentView }) {
  const { query } = usePlace()
  const change = useQueryChange()
  const customer = query.get('customer') ?? ''
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  return (
    <section aria-label="Why one customer is in it, or not">
      <p class="muted">Pick any customer to see why they are in this segment, or why not.</p>
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search all customers"
          placeholder="Name, e-mail or id"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {search === '' ? null : (
        <Found
          search={search}
          onPick={(id) => {
            setTyped('')
            change({ customer: id })
          }}
        />
      )}
      {customer === '' ? null : <Explained segment={segment.id} customer={customer} />}
    </section>
  )
}

function Found({ search, onPick }: { search: string; onPick(id: string): void }) {
  const { data, error } = useLoad<CustomersFound>(`/api/customers?search=${encodeURIComponent(search)}`)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return null
  return (
    <div role="status">
      {data.customers.length > 0 ? null : (
        <p>
          Nobody matches “{search}”.
          {data.masked ? ' Search by a whole id, name or e-mail address: parts are not looked for.' : ''}
        </p>
      )}
      <ul class="found">
        {data.customers.map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => onPick(each.id)}>
              <strong dir="auto">{each.name || each.id}</strong>{' '}
              <span class="muted">{[each.email, each.id].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Explained({ segment, customer }: { segment: string; customer: string }) {
  const { data, error } = useLoad<Explanation>(
    `/api/segments/${encodeURIComponent(segment)}/why?customer=${encodeURIComponent(customer)}`,
  )
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  return data === undefined ? <Loading>Looking…</Loading> : <WhyCard why={data} />
}

export const why: SegmentTab = { id: 'why', label: 'Why', Panel: Why }
