/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `column = 'a'`, `column IN ('a', 'b')` */
export function oneOfText(column: string, values: readonly (string | number)[]): string {
  const items = values.map((value) => (typeof value === 'string' ? literal(value) : String(value)))
  return items.length === 1 ? `${column} = ${items[0]}` : `${column} IN (${items.join(', ')})`
}

/** `customer.id IN (SELECT customer_id FROM …)`, or everybody but those. */
export const membersText = (rows: string, { complement = false } = {}): string =>
  `customer.id ${complement ? 'NOT IN' : 'IN'} (SELECT customer_id FROM ${rows})`

/** Tests that must all hold, as one that can stand anywhere. */
export const allText = (tests: readonly string[]): string =>
  tests.length === 1 ? tests.join() : `(${tests.join(' AND ')})`
