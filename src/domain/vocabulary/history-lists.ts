import { query, type Reader } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { customersBy } from './customer-sample.ts'
import { customersAtMost } from './customer-lists.ts'
import type { Listing } from './kept.ts'
import { listed, type ListedValue } from './listed.ts'
import { rowsBy } from './spellings.ts'

type Values = Listing<readonly ListedValue[]>

/** What orders and events carry: events and campaigns counted in customers, the rest in orders and events. */
export const historyLists = {
  event: {
    sources: ['events'],
    size: customersAtMost,
    make(reader) {
      const customers = customersBy(reader, 'type_id')
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
      const customers = customersBy(reader, 'campaign_id')
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
    make: (reader) =>
      listed(
        'discount_code',
        [...rowsBy(reader, 'orders', 'discount_key')].map(([key, count]) => ({
          key,
          count,
          value: codeAsWritten(reader, key),
        })),
      ),
  },
} as const satisfies Record<string, Values>

function ways(column: 'channel' | 'device'): Values {
  return {
    sources: ['orders', 'events'],
    size: customersAtMost,
    make(reader) {
      const ordered = rowsBy(reader, 'orders', column)
      const acted = rowsBy(reader, 'events', column)
      const texts = [...new Set([...ordered.keys(), ...acted.keys()])]
      return listed(
        column,
        perKey(texts.map((value) => ({ value, count: (ordered.get(value) ?? 0) + (acted.get(value) ?? 0) }))),
      )
    },
  }
}

/** Spellings that differ only in case are one value, counted together and written as it is most often. */
function perKey(rows: readonly { value: string; count: number }[]) {
  const found = new Map<string, { value: string; count: number }>()
  for (const row of rows.toSorted((a, b) => b.count - a.count)) {
    const key = foldText(row.value)
    const same = found.get(key)
    found.set(key, { value: same?.value ?? row.value, count: row.count + (same?.count ?? 0) })
  }
  return [...found.values()]
}

const codeAsWritten = (reader: Reader, key: string): string =>
  reader.get(query.selectFrom('orders').select('discount_code').where('discount_key', '=', key).limit(1))
    ?.discount_code ?? key
