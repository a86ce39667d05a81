import type { ProductFilter } from '../conditions/shared/filters.ts'

/** The workspace's names as internal ids, read from small tables and kept by data version. */
export interface Dictionary {
  /** Products that match a filter (titles by containment, the rest by whole value, ignoring case). */
  products(filter: ProductFilter): readonly number[]
  categories(names: readonly string[]): readonly number[]
  eventTypes(names: readonly string[]): readonly number[]
  campaigns(names: readonly string[]): readonly number[]
  /** The texts as orders and events hold them that are equal to one of these, ignoring case. */
  spellings(field: 'channel' | 'device', names: readonly string[]): readonly string[]
  /** The (folded) job titles of people that mean one of these, by the lexicon. */
  titles(meanings: readonly string[]): readonly string[]
  /** Is this (folded) value one that the field holds anywhere? The nearest ones when it is not. */
  known(
    field: DictionaryField,
    value: string,
  ): { readonly known: boolean; readonly nearest: readonly string[] }
}

/** Fields whose values are a closed list in the data. */
export const DICTIONARY_FIELDS = [
  'product',
  'category',
  'brand',
  'sku',
  'product_tag',
  'event',
  'campaign',
  'channel',
  'device',
  'discount_code',
  'country',
  'region',
  'city',
  'language',
  'gender',
  'tags',
  'interests',
  'segment',
  'indicator',
  'profile',
  'company.name',
  'company.industry',
  'company.technology',
  'company.funding_stage',
  'company.relationship',
  'company.country',
  'company.region',
  'company.city',
  'company.profile',
  'person.title',
  'person.seniority',
  'person.function',
  'person.country',
  'person.region',
  'person.city',
  'person.timezone',
  'person.profile',
  'signal.type',
  'signal.topic',
] as const
export type DictionaryField = (typeof DICTIONARY_FIELDS)[number]

/** Fields of things that are known by an id, and named for people. */
export const NAMED_FIELDS: ReadonlySet<DictionaryField> = new Set([
  'segment',
  'indicator',
  'profile',
  'company.profile',
  'person.profile',
])
