import { sql } from 'kysely'
import type { AttributeReadings, AttributeTest } from './attribute-test.ts'
import { anyOf } from '../shared/value-words.ts'
import { uncut } from '../shared/set-query.ts'
import { membersText, oneOfText } from '../shared/sql-text.ts'

export type IdTest = Extract<AttributeTest, { kind: 'texts' }>

/** The ids that customers were imported with, from any source; compared as they are. */
export const idReadings = ({ values }: IdTest): AttributeReadings => ({
  words: () => `have the customer id ${anyOf(values)}`,
  plan: ({ dialect }) =>
    uncut(
      dialect,
      sql`SELECT n.customer_id FROM identities AS n WHERE ${dialect.oneOf(sql`n.external_id`, values)}`,
    ),
  predicate: () => membersText(`v_identities WHERE ${oneOfText('external_id', values)}`),
  holds: ({ externalIds }) => externalIds.some((id) => values.includes(id)),
  actual: ({ externalIds }) => `has the customer id ${anyOf(externalIds)}`,
})
