import type { Scores } from '../../rfm/scores.ts'
import { type Cell, CONTACT_COLUMNS, PLAIN_COLUMNS, type Sheet } from '../analysis-columns.ts'
import { cell, inertCell } from '../csv.ts'
import type { ExportFormat, Value } from './define.ts'

/**
 * One row a customer, for spreadsheets: RFC 4180 in UTF-8, ISO 8601 instants in UTC, amounts in the workspace's
 * currency. Cells that would run as formulas (`=`, `+`, `-`, `@`, tab first) begin with an apostrophe, as OWASP's
 * page on CSV injection advises; the option `formulas` leaves them alone.
 */
export const standardCsv: ExportFormat = {
  title: 'Standard CSV',
  goes: 'as standard CSV',
  about: 'One row a customer, for spreadsheets and analysis; nobody is contacted with it',
  channel: null,
  options: ['contact', 'formulas'],
  columns: { plain: Object.keys(PLAIN_COLUMNS), contact: Object.keys(CONTACT_COLUMNS) },
  plan(ctx) {
    const { contact, formulas, columns } = ctx.options
    const chosen = Object.entries(contact ? { ...PLAIN_COLUMNS, ...CONTACT_COLUMNS } : PLAIN_COLUMNS).filter(
      ([name]) => columns === undefined || columns.includes(name),
    )
    const select: string[] = []
    let scores: Scores | undefined
    const sheet: Sheet = {
      ctx,
      text: formulas ? cell : inertCell,
      at(expression) {
        const known = select.indexOf(expression)
        return known >= 0 ? known : select.push(expression) - 1
      },
      scores: () => (scores ??= ctx.scores()),
    }
    const cells = chosen.map(([, column]) => column(sheet))
    return {
      files: [{ suffix: '', headers: chosen.map(([name]) => name) }],
      // Scores are known by the id alone, of which each row has one anyway.
      select: select.length === 0 ? ['c.id'] : select,
      row: (id, values) => ({ file: 0, text: lineOf(cells, values, id) }),
    }
  },
}

function lineOf(cells: readonly Cell[], values: readonly Value[], id: number): string {
  let line = ''
  for (const write of cells) line += `,${write(values, id)}`
  // An empty line is no row to those who read it.
  return line === ',' ? '""' : line.slice(1)
}
