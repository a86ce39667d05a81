import type { Message } from './message.ts'
import { textOf } from './message.ts'
import type { ReadRows } from './rows.ts'
import { signalRow } from './signal-row.ts'
import { fieldsAt, readTraits } from './traits.ts'

/** The rows of a message about people at companies. */
export function peopleRows(message: Message, subject: string | null): ReadRows {
  const { kind, fields, groupId } = message
  switch (kind) {
    case 'track':
    case 'page':
    case 'screen':
      return signalRow(message, subject)
    case 'group': {
      const { cells, unused } = readTraits(fields, 'companies')
      return {
        entities: [
          { table: 'companies', id: groupId, cells },
          { table: 'people', id: subject, cells: { company_id: groupId ?? '' } },
        ],
        unused: unused.map((path) => `traits.${path}`),
      }
    }
    case 'identify':
      return identified(message, subject)
    case 'alias':
      return { entities: [], unused: [] }
  }
}

function identified({ fields, groupId }: Message, subject: string | null): ReadRows {
  const company = fieldsAt(fields, 'company')
  const companyId = textOf(company['id']) ?? groupId
  const person = readTraits(fields, 'people', companyId === null ? [] : pathsOf(company))
  const employer = companyId === null ? undefined : readTraits(company, 'companies', ['id'])
  return {
    entities: [
      ...(employer === undefined
        ? []
        : [{ table: 'companies' as const, id: companyId, cells: employer.cells }]),
      {
        table: 'people',
        id: subject,
        cells: { ...person.cells, ...(companyId === null ? {} : { company_id: companyId }) },
      },
    ],
    unused: [
      ...person.unused.map((path) => `traits.${path}`),
      ...(employer?.unused ?? []).map((path) => `traits.company.${path}`),
    ],
  }
}

const pathsOf = (company: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(company).map((name) => `company.${name}`)
