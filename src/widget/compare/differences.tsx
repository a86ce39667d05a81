import type { GroupDifferences } from '#http/api.ts'
import { money, number, share } from '../api/format.ts'

type Kind = GroupDifferences['differences'][number]

/** How two groups differ: in sentences, in money, and value by value as two bars each. */
export function Differences({ differences: found }: { differences: GroupDifferences }) {
  const { first, second, differences, told } = found
  return (
    <>
      <section class="card" aria-labelledby="told-title">
        <h2 id="told-title">How they differ</h2>
        <ul class="told">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Worth found={found} />
      </section>
      {first.customers === 0 || second.customers === 0 ? null : (
        <>
          <ul class="legend">
            <li>
              <Swatch kind="first" /> {first.name}
            </li>
            <li>
              <Swatch kind="second" /> {second.name}
            </li>
          </ul>
          <div class="side-by-side">
            {differences.map((kind) => (
              <KindOf key={kind.by} kind={kind} />
            ))}
          </div>
        </>
      )}
    </>
  )
}

function Worth({ found: { first, second, currency } }: { found: GroupDifferences }) {
  const inMoney = (amount: number | null) => (amount === null ? '–' : money(amount, currency))
  const plain = (n: number | null) => (n === null ? '–' : number(n))
  const rows = [
    ['Customers', number(first.customers), number(second.customers)],
    ['With an order', share(first.buyers, first.customers), share(second.buyers, second.customers)],
    ['Spent per customer', inMoney(first.spentPerCustomer), inMoney(second.spentPerCustomer)],
    ['Orders per customer', plain(first.ordersPerCustomer), plain(second.ordersPerCustomer)],
    ['Average order', inMoney(first.averageOrder), inMoney(second.averageOrder)],
  ] as const
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col" class="figure">
            {first.name}
          </th>
          <th scope="col" class="figure">
            {second.name}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, a, b]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td class="figure">{a}</td>
            <td class="figure">{b}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function KindOf({ kind: { by, title, rows } }: { kind: Kind }) {
  return (
    <section class="card" aria-labelledby={`differ-${by}`}>
      <h2 id={`differ-${by}`}>{title}</h2>
      {rows.length === 0 ? <p class="muted">Nothing is known of either.</p> : null}
      <ol class="funnel" aria-label={`${title}, the largest differences first`}>
        {rows.map(({ label, first, second }) => (
          <li key={label}>
            <div class="funnel-words">
              <span dir="auto">{label}</span>
              <span class="figure">
                {share(first, 1)} <span class="muted">against</span> {share(second, 1)}
              </span>
            </div>
            <svg class="pair" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 12">
              <rect class="bar-all" width="100" height="5" />
              <rect class="side-first" width={100 * first} height="5" />
              <rect class="bar-all" y="7" width="100" height="5" />
              <rect class="side-second" y="7" width={100 * second} height="5" />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  )
}

const Swatch = ({ kind }: { kind: 'first' | 'second' }) => (
  <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">
    <rect class={`side-${kind}`} width="10" height="10" />
  </svg>
)
