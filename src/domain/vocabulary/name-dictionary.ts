import { query, type Reader } from '#db/run.ts'
import type { Currency } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import { titleMeans } from '../titles/title-meaning.ts'
import { catalogue, productsIn } from './catalogue.ts'
import { type Dictionary, type DictionaryField, NAMED_FIELDS } from './dictionary.ts'
import type { Keeper, Listing } from './kept.ts'
import type { ListedValue } from './listed.ts'
import { waysIn } from './spellings.ts'
import type { ValueMatch } from './vocabulary.ts'

export interface DictionaryDeps {
  readonly reader: Reader
  readonly keep: Keeper
  currency(): Currency
  values(field: DictionaryField): readonly ListedValue[]
  find(text: string, options: { field: DictionaryField; limit: number }): readonly ValueMatch[]
}

/**
 * What criteria mean depends on it, so nothing in it is ever older than the data: where a list may lag, the
 * table itself is asked.
 */
export function createDictionary({ reader, keep, currency, values, find }: DictionaryDeps): Dictionary {
  const products = keep(catalogue)
  const categories = keep(idsByKey('categories', 'products'))
  const eventTypes = keep(idsByKey('event_types', 'events'))
  const campaigns = keep(idsByKey('campaigns', 'events'))
  const ways = {
    channel: keep({ sources: ['orders', 'events'], make: () => waysIn(reader, 'channel') }),
    device: keep({ sources: ['orders', 'events'], make: () => waysIn(reader, 'device') }),
  }

  const isKnown = (field: DictionaryField, key: string): boolean => {
    switch (field) {
      case 'country':
      case 'region':
      case 'city':
      case 'language':
      case 'gender':
        return exists(reader, query.selectFrom('customer_keys').select('id').where(field, '=', key).limit(1))
      case 'tags':
      case 'interests':
        return exists(
          reader,
          query
            .selectFrom('customer_labels')
            .select('customer_id')
            .where('kind', '=', field === 'tags' ? 'tag' : 'interest')
            .where('key', '=', key)
            .limit(1),
        )
      case 'discount_code':
        return exists(
          reader,
          query.selectFrom('orders').select('id').where('discount_key', '=', key).limit(1),
        )
      case 'channel':
      case 'device':
        return ways[field]().some((text) => foldText(text) === key)
      case 'event':
        return eventTypes().has(key)
      case 'campaign':
        return campaigns().has(key)
      case 'product':
      case 'category':
      case 'brand':
      case 'sku':
      case 'product_tag':
      case 'segment':
      case 'indicator':
      case 'profile':
      case 'company.name':
      case 'company.industry':
      case 'company.technology':
      case 'company.funding_stage':
      case 'company.relationship':
      case 'company.country':
      case 'company.region':
      case 'company.city':
      case 'company.profile':
      case 'person.title':
      case 'person.seniority':
      case 'person.function':
      case 'person.country':
      case 'person.region':
      case 'person.city':
      case 'person.timezone':
      case 'person.profile':
      case 'signal.type':
      case 'signal.topic':
        return values(field).some(({ keys }) => keys.includes(key))
    }
  }

  return {
    products: (filter) => productsIn(products(), filter, currency()),
    categories: (names) => idsOf(categories(), names),
    eventTypes: (names) => idsOf(eventTypes(), names),
    campaigns: (names) => idsOf(campaigns(), names),
    spellings(field, names) {
      const keys = new Set(names.map(foldText))
      return ways[field]().filter((text) => keys.has(foldText(text)))
    },
    titles: (meanings) =>
      values('person.title').flatMap(({ value, keys: [key] }) =>
        key !== undefined && meanings.some((asked) => titleMeans(value, asked)) ? [key] : [],
      ),
    known(field, value) {
      if (isKnown(field, value)) return { known: true, nearest: [] }
      const nearest = find(value, { field, limit: 3 })
      return {
        known: false,
        nearest: nearest.map((match) => (NAMED_FIELDS.has(field) ? match.label : match.value)),
      }
    },
  }
}

const exists = (reader: Reader, one: Parameters<Reader['get']>[0]): boolean => reader.get(one) !== undefined

type Ids = ReadonlyMap<string, readonly number[]>

/** Small tables of names. Several campaigns may share one. */
const idsByKey = (
  table: 'categories' | 'event_types' | 'campaigns',
  source: 'products' | 'events',
): Listing<Ids> => ({
  sources: [source],
  make(reader) {
    const ids = new Map<string, number[]>()
    for (const { id, key } of reader.all(query.selectFrom(table).select(['id', 'key']))) {
      ids.set(key, [...(ids.get(key) ?? []), id])
    }
    return ids
  },
})

const idsOf = (ids: Ids, names: readonly string[]): readonly number[] => [
  ...new Set(names.flatMap((name) => ids.get(foldText(name)) ?? [])),
]
