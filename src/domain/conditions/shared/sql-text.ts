import type { PlanContext } from '../define.ts'

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `column = 'a'`, `column IN ('a', 'b')` */
export function oneOfText(column: string, values: readonly (string | number)[]): string {
  const items = values.map((value) => (typeof value === 'string' ? literal(value) : String(value)))
  return items.length === 1 ? `${column} = ${items[0]}` : `${column} IN (${items.join(', ')})`
}

/** A column whose texts are compared as the data spells them; what no row has is said as it was asked for. */
export function spelledText(
  column: 'channel' | 'device',
  names: readonly string[],
  { dictionary }: Pick<PlanContext, 'dictionary'>,
): string {
  const spellings = names.flatMap((name) => {
    const known = dictionary.spellings(column, [name])
    return known.length > 0 ? known : [name]
  })
  return oneOfText(column, [...new Set(spellings)])
}

const AROUND = { contains: ['%', '%'], starts_with: ['', '%'], ends_with: ['%', ''] } as const

/** A key column against any of some texts that it contains, starts or ends with. */
export function likeText(column: string, match: keyof typeof AROUND, keys: readonly string[]): string {
  const [before, after] = AROUND[match]
  const likes = keys.map((key) => `${column} LIKE ${pattern(before, key, after)}`)
  if (likes.length === 0) return 'FALSE'
  return likes.length === 1 ? likes.join() : `(${likes.join(' OR ')})`
}

/** Keys are in lower case, so that LIKE's own idea of case never matters. */
const pattern = (before: string, key: string, after: string): string =>
  literal(before + key.replace(/[\\%_]/g, (mark) => `\\${mark}`) + after) +
  (/[\\%_]/.test(key) ? ` ESCAPE '\\'` : '')

/** `customer.id IN (SELECT customer_id FROM …)`, or everybody but those. */
export const membersText = (rows: string, { complement = false } = {}): string =>
  `customer.id ${complement ? 'NOT IN' : 'IN'} (SELECT customer_id FROM ${rows})`

/** Tests that must all hold, as one that can stand anywhere. */
export const allText = (tests: readonly string[]): string =>
  tests.length === 1 ? tests.join() : `(${tests.join(' AND ')})`
