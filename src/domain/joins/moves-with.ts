import { query, type Reader } from '#db/run.ts'
import { countOf, joinWords } from '#kernel/text.ts'
import { customerKnownAs } from '../customers/find.ts'
import type { standingJoin } from './separate.ts'

/** What leaves a customer together with one of its identities: `3 orders, 12 events and 1 list`. */
export function movesWith(
  reader: Reader,
  { source, external_id: id, before: { gone } }: ReturnType<typeof standingJoin>,
): string {
  const rows = (table: 'orders' | 'events') =>
    reader.get(
      query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('customer_id', '=', customerKnownAs(source, id))
        .where('source', '=', source),
    )?.rows ?? 0
  return joinWords(
    [
      ...some(rows('orders'), 'order'),
      ...some(rows('events'), 'event'),
      ...some(gone.lists.length, 'list'),
      'what it was and consented to before',
    ],
    'and',
  )
}

const some = (rows: number, what: string): readonly string[] => (rows === 0 ? [] : [countOf(rows, what)])
