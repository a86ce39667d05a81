import { type Message, textOf } from './message.ts'
import type { EntityRow } from './rows.ts'

type Fields = Message['fields']

/** The first of several names for a property under which there is a text or number; null for none. */
export const firstOf = (fields: Fields, names: readonly string[]): string | null =>
  names.flatMap((name) => textOf(fields[name]) || [])[0] ?? null

/** Properties that nothing is made of, by their paths. */
export const unusedOf = (fields: Fields, read: readonly string[]): readonly string[] =>
  Object.keys(fields)
    .filter((name) => !read.includes(name))
    .map((name) => `properties.${name}`)

/** By which properties a product is told: an id, or where there is none its SKU. */
export const PRODUCT_ID = ['product_id', 'productId', 'sku'] as const
/** What of a product is taken down when it is first heard of. */
const TOLD = ['name', 'category', 'brand', 'price', 'sku'] as const
export const PRODUCT = [...PRODUCT_ID, ...TOLD] as const

export interface ToldProduct {
  readonly id: string
  /** As decimals; what a product costs is its price here. */
  readonly price: string | null
  readonly quantity: string | null
  /** The product itself, for a catalogue that does not have it. */
  readonly product: EntityRow
}

/** A product as an event tells of it; undefined where it does not say which. Its id stands in for a name. */
export function productRow(told: unknown): ToldProduct | undefined {
  if (typeof told !== 'object' || told === null) return undefined
  const fields: Fields = { ...told }
  const id = firstOf(fields, PRODUCT_ID)
  if (id === null) return undefined
  const cells = Object.fromEntries(
    TOLD.flatMap((name) => {
      const value = textOf(fields[name])
      return value === undefined || value === '' ? [] : [[name === 'name' ? 'title' : name, value]]
    }),
  )
  return {
    id,
    price: firstOf(fields, ['price']),
    quantity: firstOf(fields, ['quantity']),
    product: { table: 'products', id, cells: { title: id, ...cells }, onlyNew: true },
  }
}
