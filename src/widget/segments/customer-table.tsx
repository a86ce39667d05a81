import type { CustomerPage, Sort } from '#http/api.ts'
import { number } from '../api/format.ts'

interface Props {
  readonly page: CustomerPage
  readonly sort: string
  readonly direction: string
  onSort(sort: Sort): void
  /** Where it is told why a customer is in. */
  whyPath(id: string): string
}

const COLUMNS: readonly {
  readonly title: string
  readonly sort?: Sort
  readonly figure?: true
  readonly minor?: true
}[] = [
  { title: 'Customer', sort: 'name' },
  { title: 'Place', minor: true },
  { title: 'Orders', sort: 'orders', figure: true },
  { title: 'Spent', sort: 'spent', figure: true },
  { title: 'Last order', sort: 'last_order', figure: true, minor: true },
]

/** Customers with what they bought; a column’s name puts them in its order. */
export function CustomerTable({ page, sort, direction, onSort, whyPath }: Props) {
  const money = (amount: number) =>
    amount.toLocaleString('en-US', { style: 'currency', currency: page.currency })
  return (
    <table class="wide customers">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column.title}
              scope="col"
              class={[column.figure && 'figure', column.minor && 'minor'].filter(Boolean).join(' ')}
              aria-sort={column.sort !== sort ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
            >
              {column.sort === undefined ? (
                column.title
              ) : (
                <button type="button" class="sort" onClick={() => column.sort && onSort(column.sort)}>
                  {column.title}
                  <span aria-hidden="true">
                    {column.sort !== sort ? '' : direction === 'asc' ? ' ↑' : ' ↓'}
                  </span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.customers.map((customer) => (
          <tr key={customer.id}>
            <td>
              <a href={whyPath(customer.id)} aria-label={`Why ${customer.name || customer.id} is in`}>
                <strong dir="auto">{customer.name || customer.id}</strong>
              </a>
              <div class="muted segment-description">
                {customer.email} <span class="id">{customer.name === '' ? '' : customer.id}</span>
              </div>
            </td>
            <td class="minor" dir="auto">
              {[customer.city, customer.country].filter(Boolean).join(', ') || 'unknown'}
            </td>
            <td class="figure">{number(customer.orders)}</td>
            <td class="figure">{money(customer.spent)}</td>
            <td class="figure minor">
              {customer.lastOrder === null
                ? 'never'
                : new Date(customer.lastOrder).toLocaleDateString('en-GB', { dateStyle: 'medium' })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
