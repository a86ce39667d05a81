import { normalComparison } from './comparison.ts'
import type { Contained, EventFilter, OrderFilter, ProductFilter } from './filters.ts'
import { normalRecurring } from './recurring.ts'
import { distinct } from './text-match.ts'

/** A filter in its one way of writing: each value once. */
export const normalOrderFilter = ({ coded, ...filter }: OrderFilter): OrderFilter => ({
  ...filter,
  // An order with one of some codes has a code.
  ...(coded !== undefined && !(coded && filter.code !== undefined) && { coded }),
  ...(filter.status && { status: [...new Set(filter.status)] }),
  ...(filter.channel && { channel: distinct(filter.channel) }),
  ...(filter.device && { device: distinct(filter.device) }),
  ...(filter.code && { code: distinct(filter.code) }),
  ...(filter.discount && { discount: normalComparison(filter.discount) }),
  ...(filter.total && { total: normalComparison(filter.total) }),
  ...(filter.contains && { contains: filter.contains.map(normalContained) }),
  ...(filter.only && { only: normalProductFilter(filter.only) }),
  ...(filter.without && { without: normalProductFilter(filter.without) }),
  ...(filter.units && { units: normalComparison(filter.units) }),
  ...(filter.products && { products: normalComparison(filter.products) }),
  ...(filter.categories && { categories: normalComparison(filter.categories) }),
  ...(filter.brands && { brands: normalComparison(filter.brands) }),
  ...normalRecurring(filter),
})

const normalContained = ({ units, ...of }: Contained): Contained => ({
  ...normalProductFilter(of),
  ...(units && { units: normalComparison(units) }),
})

export const normalProductFilter = (filter: ProductFilter): ProductFilter => ({
  ...filter,
  ...(filter.product && { product: distinct(filter.product) }),
  ...(filter.category && { category: distinct(filter.category) }),
  ...(filter.brand && { brand: distinct(filter.brand) }),
  ...(filter.sku && { sku: distinct(filter.sku) }),
  ...(filter.tag && { tag: distinct(filter.tag) }),
  ...(filter.price && { price: normalComparison(filter.price) }),
})

export const normalEventFilter = (filter: EventFilter): EventFilter => ({
  ...filter,
  ...(filter.product && { product: normalProductFilter(filter.product) }),
  ...(filter.campaign && { campaign: distinct(filter.campaign) }),
  ...(filter.channel && { channel: distinct(filter.channel) }),
  ...(filter.device && { device: distinct(filter.device) }),
  ...normalRecurring(filter),
})
