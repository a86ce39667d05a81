import { commaList, exactText } from '../cells/mended.ts'
import { shareOfHeaders } from '../mapping/header-key.ts'
import { checkShopifyVariant } from '../shopify/check-variant.ts'
import { fieldsOf, type FileShape, type ImportFormat } from './define.ts'

/**
 * Products as Shopify exports them (https://help.shopify.com/en/manual/products/import-export/using-csv): one row a
 * variant, what is of the whole product on the first of its rows only; each variant becomes a product here.
 */
export const shopifyProducts: ImportFormat = {
  name: 'shopify-products',
  title: 'products from Shopify',
  source: 'shopify',
  roundsMoney: true,
  likeness: (file) => Math.max(shareOfHeaders(file, MARKS), shareOfHeaders(file, NEWER_MARKS)),
  shape: () => SHAPE,
}

const MARKS = ['Handle', 'Title', 'Vendor', 'Option1 Name', 'Option1 Value', 'Variant SKU', 'Variant Price']
const NEWER_MARKS = ['URL handle', 'Title', 'Vendor', 'Option1 name', 'Option1 value', 'SKU', 'Price']

const field = fieldsOf('products')

const SHAPE: FileShape = {
  fields: {
    handle: {
      column: { kind: 'id', required: true },
      names: ['Handle', 'URL handle'],
      words: 'handle, which groups the rows',
    },
    title: field('title', 'text', ['Title']),
    brand: field('brand', 'text', ['Vendor']),
    category: field('category', 'text', ['Type']),
    taxonomy: {
      column: { kind: 'text' },
      names: ['Product Category'],
      words: 'category, where there is no type',
    },
    tags: field('tags', 'list', ['Tags'], commaList),
    option1: { column: { kind: 'text' }, names: ['Option1 Value'], words: 'option, part of the title' },
    option2: { column: { kind: 'text' }, names: ['Option2 Value'], words: 'option, part of the title' },
    option3: { column: { kind: 'text' }, names: ['Option3 Value'], words: 'option, part of the title' },
    sku: field('sku', 'id', ['Variant SKU', 'SKU'], exactText),
    price: field('price', 'charge', ['Variant Price', 'Price']),
  },
  computed: { id: { kind: 'id' }, category: { kind: 'text' } },
  anyOf: [{ fields: ['title'], words: 'title' }],
  parts: [
    {
      table: 'products',
      columns: {
        id: 'id',
        title: 'title',
        category: 'category',
        brand: 'brand',
        price: 'price',
        sku: 'sku',
        tags: 'tags',
      },
      when: 'id',
    },
  ],
  check: checkShopifyVariant,
}
