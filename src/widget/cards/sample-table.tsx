import type { Preview } from '#http/api.ts'
import { number } from '../api/format.ts'

type Sample = Preview['sample'][number]

/** Some of those that were counted, by what makes out one of their kind. */
export function SampleTable({ samples }: { samples: readonly Sample[] }) {
  const [first] = samples
  return (
    <table>
      <thead>
        <tr>
          {(first === undefined ? [] : columnsOf(first)).map(([title, , figure]) => (
            <th key={title} scope="col" class={figure ? 'figure' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {samples.map((sample) => (
          <tr key={sample.id}>
            {columnsOf(sample).map(([title, cell, figure]) => (
              <td key={title} class={figure ? 'figure' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Cell = readonly [title: string, cell: string, figure?: true]

function columnsOf(sample: Sample): readonly Cell[] {
  if ('orders' in sample) {
    return [
      ['Customer', `${sample.name} ${sample.email}`],
      ['Place', sample.place],
      ['Orders', number(sample.orders), true],
      ['Spent', number(sample.spent), true],
    ]
  }
  if ('industry' in sample) {
    return [
      ['Company', sample.name],
      ['Place', sample.place],
      ['Industry', sample.industry],
      ['Employees', sample.employees === null ? '' : number(sample.employees), true],
    ]
  }
  return [
    ['Person', sample.name],
    ['Title', sample.title],
    ['Company', sample.company],
    ['Place', sample.place],
  ]
}
