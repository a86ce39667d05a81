import { foldText } from '#kernel/text.ts'
import { eventRow } from './event-row.ts'
import type { Message } from './message.ts'
import { orderEvents } from './order-rows.ts'
import type { ReadRows } from './rows.ts'
import { readTraits } from './traits.ts'

/** The rows of a message about customers of a shop. */
export function customerRows(message: Message, subject: string | null): ReadRows {
  const { kind, fields } = message
  switch (kind) {
    case 'track': {
      const order = orderEvents.get(foldText(message.event ?? ''))
      return order === undefined ? eventRow(message, subject) : order(message, subject)
    }
    case 'page':
    case 'screen':
      return eventRow(message, subject)
    case 'group':
      return { problem: 'this write key takes customers, and companies come by a key that takes people' }
    case 'identify': {
      const { cells, unused } = readTraits(fields, 'customers')
      return {
        entities: [{ table: 'customers', id: subject, cells }],
        unused: unused.map((path) => `traits.${path}`),
      }
    }
    case 'alias':
      return { entities: [], unused: [] }
  }
}
