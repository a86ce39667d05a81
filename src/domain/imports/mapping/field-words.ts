import { COMPANY_FIELD_INFOS, PERSON_FIELD_INFOS } from '../../vocabulary/account-fields.ts'
import { FIELDS } from '../../vocabulary/fields.ts'
import type { TableName } from '../tables/define.ts'

/** What people call a column of a table: as the vocabulary does, else its name with blanks. */
export function fieldWords(table: TableName, column: string): string {
  const key = VOCABULARY[table]?.(column)
  return key ?? SPECIAL.get(column) ?? column.replaceAll('_', ' ')
}

const label =
  (fields: readonly { readonly name: string; readonly label: string }[], prefix: string) =>
  (column: string): string | undefined =>
    fields.find(({ name }) => name === `${prefix}${column}`)?.label

const VOCABULARY: Readonly<Partial<Record<TableName, (column: string) => string | undefined>>> = {
  customers: label(FIELDS, ''),
  companies: label(COMPANY_FIELD_INFOS, 'company.'),
  people: label(PERSON_FIELD_INFOS, 'person.'),
}

const SPECIAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accepts_email: 'e-mail consent',
    accepts_sms: 'SMS consent',
    accepts_email_at: 'when e-mail consent was given or withdrawn',
    accepts_sms_at: 'when SMS consent was given or withdrawn',
  }),
)
