import { query, type Reader } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { customersBy } from './customer-sample.ts'
import { customersAtMost } from './customer-lists.ts'
import type { Listing } from './kept.ts'
import { listed, type ListedValue } from './listed.ts'
import { spellingsIn, waysIn } from './spellings.ts'

type Values = Listing<readonly ListedValue[]>

/** What orders and events carry, counted in customers. */
export const historyLists = {
  event: {
    sources: ['events'],
    size: customersAtMost,
    make(reader) {
      const customers = customersBy<number>(reader, { table: 'events', column: 'type_id' })
      return listed(
        'event',
        reader
          .all(query.selectFrom('event_types').select(['id', 'name']))
          .map(({ id, name }) => ({ value: name, count: customers.get(id) ?? 0 })),
      )
    },
  },
  campaign: {
    sources: ['events'],
    size: customersAtMost,
    make(reader) {
      const customers = customersBy<number>(reader, { table: 'events', column: 'campaign_id' })
      return listed(
        'campaign',
        perKey(
          reader
            .all(query.selectFrom('campaigns').select(['id', 'name']))
            .map(({ id, name }) => ({ value: name, count: customers.get(id) ?? 0 })),
        ),
      )
    },
  },
  channel: ways('channel'),
  device: ways('device'),
  discount_code: {
    sources: ['orders'],
    size: customersAtMost,
    make(reader) {
      const customers = customersBy<string>(reader, { table: 'orders', column: 'discount_key' })
      return listed(
        'discount_code',
        spellingsIn(reader, 'orders', 'discount_key').map((key) => ({
          key,
          value: codeAsWritten(reader, key),
          count: customers.get(key) ?? 0,
        })),
      )
    },
  },
} as const satisfies Record<string, Values>

function ways(column: 'channel' | 'device'): Values {
  return {
    sources: ['orders', 'events'],
    size: customersAtMost,
    make(reader) {
      const ordering = customersBy<string>(reader, { table: 'orders', column })
      const acting = customersBy<string>(reader, { table: 'events', column })
      return listed(
        column,
        perKey(
          waysIn(reader, column).map((value) => ({
            value,
            count: Math.max(ordering.get(value) ?? 0, acting.get(value) ?? 0),
          })),
        ),
      )
    },
  }
}

/** Spellings that differ only in case are one value, written as it is most often. */
function perKey(rows: readonly { value: string; count: number }[]) {
  const found = new Map<string, { value: string; count: number }>()
  for (const row of rows) {
    const key = foldText(row.value)
    const same = found.get(key)
    if (same === undefined || row.count > same.count) found.set(key, row)
  }
  return [...found.values()]
}

const codeAsWritten = (reader: Reader, key: string): string =>
  reader.get(query.selectFrom('orders').select('discount_code').where('discount_key', '=', key).limit(1))
    ?.discount_code ?? key
