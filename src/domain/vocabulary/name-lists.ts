import { query, type Reader } from '#db/run.ts'
import type { Entity } from '../entities/entity.ts'
import { lastCounts } from '../segments/last-counts.ts'
import type { DictionaryField } from './dictionary.ts'
import type { Listing } from './kept.ts'
import { listed, type ListedValue } from './listed.ts'

type Names = Listing<readonly ListedValue[]>

const names = (sources: Names['sources'], make: Names['make']): Names => ({ sources, make })

/** ICPs over an entity, and personas over it. */
function profiles(field: DictionaryField, entity: Entity): Names {
  return names(['profiles'], (reader) =>
    listed(
      field,
      reader
        .all(
          query
            .selectFrom('profiles')
            .select(['id', 'name', 'name_key'])
            .where('entity', '=', entity)
            .where('deleted_at', 'is', null)
            .orderBy('number'),
        )
        .map(({ id, name, name_key }) => ({ value: id, label: name, key: name_key, count: 1 })),
    ),
  )
}

/** Names from small tables, counted in products (segments: in members). */
export const nameLists = {
  product: names(['products'], (reader) =>
    listed(
      'product',
      reader.all(
        query
          .selectFrom('products')
          .select((eb) => [eb.fn.min('title').as('value'), eb.fn.countAll<number>().as('count')])
          .groupBy('title_key'),
      ),
    ),
  ),
  category: names(['products'], (reader) => listed('category', named(reader, 'categories', 'category_id'))),
  brand: names(['products'], (reader) => listed('brand', named(reader, 'brands', 'brand_id'))),
  sku: names(['products'], (reader) =>
    listed(
      'sku',
      reader
        .all(
          query
            .selectFrom('products')
            .select((eb) => [eb.fn.min('sku').as('value'), eb.fn.countAll<number>().as('count')])
            .where('sku_key', 'is not', null)
            .groupBy('sku_key'),
        )
        .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }])),
    ),
  ),
  product_tag: names(['products'], (reader) =>
    listed(
      'product_tag',
      reader.all(
        query
          .selectFrom('product_tags')
          .select((eb) => [eb.fn.min('label').as('value'), eb.fn.countAll<number>().as('count')])
          .groupBy('key'),
      ),
    ),
  ),
  segment: names(['segments', 'lists'], (reader) => {
    const counts = lastCounts(reader)
    return listed(
      'segment',
      reader
        .all(query.selectFrom('segments').select(['id', 'name', 'name_key']).where('deleted_at', 'is', null))
        .map(({ id, name, name_key }) => ({
          value: id,
          label: name,
          key: name_key,
          count: counts.get(id)?.members ?? 0,
        })),
    )
  }),
  indicator: names(['indicators'], (reader) =>
    listed(
      'indicator',
      reader
        .all(
          query.selectFrom('indicators').select(['id', 'name', 'name_key']).where('deleted_at', 'is', null),
        )
        .map(({ id, name, name_key }) => ({ value: id, label: name, key: name_key, count: 1 })),
    ),
  ),
  profile: profiles('profile', 'customer'),
  'company.profile': profiles('company.profile', 'company'),
  'person.profile': profiles('person.profile', 'person'),
} as const

const named = (reader: Reader, table: 'categories' | 'brands', column: 'category_id' | 'brand_id') =>
  reader.all(
    query
      .selectFrom(table)
      .leftJoin('products', `products.${column}`, `${table}.id`)
      .select((eb) => [`${table}.name as value`, eb.fn.count<number>('products.id').as('count')])
      .groupBy(`${table}.id`),
  )
