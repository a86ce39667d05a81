import { ENTITIES, type Entity } from '../../entities/entity.ts'
import type { Scores } from '../../rfm/scores.ts'
import { COMPANY_COLUMNS, PERSON_COLUMNS, PERSON_CONTACTS } from '../account-columns.ts'
import { CONTACT_COLUMNS, PLAIN_COLUMNS } from '../analysis-columns.ts'
import { cell, inertCell } from '../csv.ts'
import type { Cell, Column, Sheet } from '../sheet.ts'
import type { ColumnNames, ExportFormat, Value } from './define.ts'

/** Contact data stands in a file only where it was chosen; of companies there is none. */
const COLUMNS: Readonly<
  Record<
    Entity,
    { readonly plain: Readonly<Record<string, Column>>; readonly contact: Readonly<Record<string, Column>> }
  >
> = {
  customer: { plain: PLAIN_COLUMNS, contact: CONTACT_COLUMNS },
  company: { plain: COMPANY_COLUMNS, contact: {} },
  person: { plain: PERSON_COLUMNS, contact: PERSON_CONTACTS },
}

const namesOf = (entity: Entity): ColumnNames => ({
  plain: Object.keys(COLUMNS[entity].plain),
  contact: Object.keys(COLUMNS[entity].contact),
})

/**
 * One row a customer, company or person, for spreadsheets: RFC 4180 in UTF-8, ISO 8601 instants in UTC, amounts in the workspace's
 * currency. Cells that would run as formulas (`=`, `+`, `-`, `@`, tab first) begin with an apostrophe, as OWASP's
 * page on CSV injection advises; the option `formulas` leaves them alone.
 */
export const standardCsv: ExportFormat = {
  title: 'Standard CSV',
  goes: 'as standard CSV',
  about: 'One row each, for spreadsheets and analysis; nobody is contacted with it',
  channel: null,
  options: ['contact', 'formulas'],
  entities: ENTITIES,
  columns: { customer: namesOf('customer'), company: namesOf('company'), person: namesOf('person') },
  plan(ctx) {
    const { contact, formulas, columns } = ctx.options
    const has = COLUMNS[ctx.entity]
    const chosen = Object.entries(contact ? { ...has.plain, ...has.contact } : has.plain).filter(
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
