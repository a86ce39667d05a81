import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { countOf, foldText } from '#kernel/text.ts'
import { isOneOf } from '../../privacy/leaving.ts'
import type { PlannedFile } from '../mapping/file-plan.ts'
import type { PreparedFile } from '../mapping/prepare-files.ts'
import { valueNames } from '../reading/file-reader.ts'
import type { FileSample } from './sample-file.ts'
import type { PlanProblem } from './schema.ts'

/** From so many known ids on, and from which share of them on, ids that mean somebody else are no accident. */
const FEWEST = 5
const MOST = 0.5
const DAY = 86_400

/** What an id is known with already. */
interface Known {
  readonly id: string
  readonly known: string | number
}

/** What of a thing hardly ever changes, so that another one under the same id is another thing. */
interface Mark {
  readonly what: string
  readonly mark: string
  readonly id: string
  readonly value: string
  known(reader: Reader, source: string, ids: readonly string[]): readonly Known[]
  same(value: string | number, known: string | number): boolean
}

/**
 * A file of another shop, told by its first rows: ids that are known already, as others. Importing it would turn those
 * customers and orders into these. Whoever names the source has said whose ids they are, and is believed.
 */
export function idsOfOthers(
  reader: Reader,
  { planned }: PreparedFile,
  { values: rows }: FileSample,
): PlanProblem[] {
  if (planned === undefined) return []
  const { source } = planned.format
  const names = [...valueNames(planned).keys()]
  return marksOf(planned).flatMap(({ what, mark, id, value, known, same }): PlanProblem[] => {
    const [idAt, valueAt] = [names.indexOf(id), names.indexOf(value)]
    const told = new Map(
      rows.flatMap((row) => {
        const [given, with_] = [row[idAt] ?? null, row[valueAt] ?? null]
        return given === null || with_ === null ? [] : [[String(given), with_] as const]
      }),
    )
    const pairs = known(reader, source, [...told.keys()])
    const others = pairs.filter((pair) => {
      const now = told.get(pair.id)
      return now !== undefined && !same(now, pair.known)
    })
    if (pairs.length < FEWEST || others.length < MOST * pairs.length) return []
    return [
      {
        severity: 'error',
        asks: 'source',
        message: `${planned.file.name} is likely of another shop: of ${countOf(pairs.length, 'id')} in its first rows that “${source}” has already, ${others.length.toLocaleString('en-US')} are ${what} with another ${mark}`,
        next: `Give its ids a source of their own, such as ${source}-2. If they are the same ${what}, name the source ${source}.`,
      },
    ]
  })
}

function marksOf({ shape: { parts } }: PlannedFile): Mark[] {
  const marks: Mark[] = []
  for (const { table, columns } of parts) {
    if (table === 'customers' && columns['id'] !== undefined && columns['email'] !== undefined) {
      marks.push({ ...CUSTOMERS, id: columns['id'], value: columns['email'] })
    }
    const id = table === 'orders' ? columns['id'] : table === 'items' ? columns['order_id'] : undefined
    if (id !== undefined && columns['ordered_at'] !== undefined) {
      marks.push({ ...ORDERS, id, value: columns['ordered_at'] })
    }
  }
  return marks
}

const CUSTOMERS: Omit<Mark, 'id' | 'value'> = {
  what: 'customers',
  mark: 'e-mail address',
  known: (reader, source, ids) =>
    reader.all(
      query
        .selectFrom('identities as i')
        .innerJoin('customer_keys as k', 'k.id', 'i.customer_id')
        .select(['i.external_id as id', sql<string>`k.email`.as('known')])
        .where('i.source', '=', source)
        .where(isOneOf('i.external_id', ids))
        .where('k.email', 'is not', null),
    ),
  same: (value, known) => foldText(String(value)) === known,
}

const ORDERS: Omit<Mark, 'id' | 'value'> = {
  what: 'orders',
  mark: 'date',
  known: (reader, source, ids) =>
    reader.all(
      query
        .selectFrom('orders')
        .select(['external_id as id', 'ordered_at as known'])
        .where('source', '=', source)
        .where(isOneOf('external_id', ids)),
    ),
  // Another time zone moves them by less than a day.
  same: (value, known) => Math.abs(Number(value) - Number(known)) <= DAY,
}
