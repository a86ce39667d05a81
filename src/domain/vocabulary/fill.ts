import { query, type Reader } from '#db/run.ts'
import { standing } from '../exports/standing.ts'
import { customersAtMost } from './customer-lists.ts'
import type { Listing } from './kept.ts'
import { spellingsIn } from './spellings.ts'

/** For how many customers something has a value, by the field's name. */
type Fill = Listing<ReadonlyMap<string, number>>

const COLUMNS = [
  'email',
  'phone',
  'first_name',
  'last_name',
  'gender',
  'birthday',
  'country',
  'region',
  'city',
  'postcode',
  'latitude',
  'longitude',
  'language',
  'created_at',
] as const

/** Attributes; everybody has an `id`, so that it counts all customers. */
export const attributeFill: Fill = {
  sources: ['customers'],
  size: customersAtMost,
  make(reader) {
    const row = reader.get(
      query
        .selectFrom('customers')
        .select((eb) => [
          eb.fn.countAll<number>().as('id'),
          ...COLUMNS.map((column) => eb.fn.count<number>(column).as(column)),
        ]),
    )
    return new Map([
      ...Object.entries(row ?? {}),
      ['tags', customersLabelled(reader, 'tag')],
      ['interests', customersLabelled(reader, 'interest')],
    ])
  },
}

const customersLabelled = (reader: Reader, kind: 'tag' | 'interest'): number =>
  reader.get(
    query
      .selectFrom((eb) =>
        eb
          .selectFrom('customer_labels')
          .select('customer_id')
          .distinct()
          .where('kind', '=', kind)
          .as('labelled'),
      )
      .select(({ fn }) => fn.countAll<number>().as('customers')),
  )?.customers ?? 0

/** Whether anybody was exported and not taken back: how many does not matter, and would be read from every file. */
export const exportFill: Fill = {
  sources: ['exports'],
  size: () => 1,
  make(reader) {
    const found = reader.get(
      query.selectFrom('exports as e').select('e.id').where(standing).where('e.written', '>', 0).limit(1),
    )
    return new Map([['exported', found === undefined ? 0 : 1]])
  },
}

/** Whether any event has a channel or device: orders may have them where visits and e-mails do not. */
export const eventFill: Fill = {
  sources: ['events'],
  size: () => 1,
  make: (reader) =>
    new Map(
      (['channel', 'device'] as const).map((column) => [
        `events.${column}`,
        spellingsIn(reader, 'events', column).length > 0 ? 1 : 0,
      ]),
    ),
}

/** Consent per channel, and counted orders: what the facts rows know. */
export const factsFill: Fill = {
  sources: ['customers', 'consents', 'orders'],
  size: customersAtMost,
  make: (reader) =>
    new Map(
      Object.entries(
        reader.get(
          query
            .selectFrom('facts')
            .select(({ fn }) => [
              fn.count<number>('email_consent').as('consent.email'),
              fn.count<number>('sms_consent').as('consent.sms'),
              fn.count<number>('last_at').as('orders'),
            ]),
        ) ?? {},
      ),
    ),
}
