import type { Performance } from '#http/api.ts'
import { number, share } from '../../api/format.ts'

interface Column {
  readonly label: string
  readonly of: Performance
}

/** How well profiles tell good records from bad ones, beside each other. */
export function PerformanceTable({ columns, caption }: { columns: readonly Column[]; caption: string }) {
  return (
    <table class="performance">
      <caption class="muted">{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row
          label="Precision"
          hint="of those it picks, turned out well"
          columns={columns}
          read={(one) => one.precision}
        />
        <Row
          label="Recall"
          hint="of those that turned out well, it picks"
          columns={columns}
          read={(one) => one.recall}
        />
        <Row
          label="Ranking"
          hint="a good one stands above a bad one; 50% is chance"
          columns={columns}
          read={(one) => one.ranking}
        />
        <tr>
          <th scope="row">Picked</th>
          {columns.map(({ label, of }) => (
            <td key={label}>{number(of.picked)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly label: string
  readonly hint: string
  readonly columns: readonly Column[]
  read(of: Performance): number | null
}

function Row({ label, hint, columns, read }: RowProps) {
  return (
    <tr>
      <th scope="row" title={hint}>
        {label}
      </th>
      {columns.map((column) => {
        const value = read(column.of)
        return (
          <td key={column.label}>
            {value === null ? (
              '–'
            ) : (
              <>
                <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
                  <rect class="bar-all" width="100" height="6" />
                  <rect class="bar-left" width={100 * value} height="6" />
                </svg>
                {share(value, 1)}
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
}
