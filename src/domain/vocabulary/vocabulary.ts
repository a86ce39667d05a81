import type { Dictionary, DictionaryField } from './dictionary.ts'

export interface FieldInfo {
  /** How criteria name it: `country`, `orders.spend`, `event:viewed_product`. */
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'list' | 'number' | 'date' | 'money'
  /** Share of customers with a value, 0 to 1. 0 means the workspace holds none at all. */
  readonly filled: number
  readonly values: readonly ValueInfo[]
}

export interface ValueInfo {
  readonly field: DictionaryField
  /** As criteria should write it: `CA`, `Coffee Beans`, a segment's id. */
  readonly value: string
  /** As people read it: `Canada`, `Coffee Beans`, the segment's name. */
  readonly label: string
  /**
   * How many have it: customers; products for what products are called by, orders and events for channels,
   * devices and discount codes, members for segments. It ranks and orients; audiences are counted by members.
   */
  readonly count: number
}

export interface ValueMatch extends ValueInfo {
  /** 1 is exact, above about 0.7 a likely typo. */
  readonly score: number
  /** `California` found through `Calfirnoia`, `CA`, … */
  readonly via: 'exact' | 'alias' | 'prefix' | 'fuzzy'
}

/** What data exists, in the company's own words. Kept by data version; cheap to ask again. */
export interface Vocabulary {
  readonly dictionary: Dictionary
  /** Fields with fill rates and their commonest values. */
  fields(): readonly FieldInfo[]
  /** All values of a field, most frequent first. */
  values(field: DictionaryField): readonly ValueInfo[]
  /** Fuzzy look-up over one field or all: "Calfirnoia" finds California. Best first. */
  find(text: string, options?: { field?: DictionaryField; limit?: number }): readonly ValueMatch[]
  /**
   * The share of customers for whom an attribute has a value; 0 when nobody has one. `company.industry`, `person.title`:
   * of companies and people; with `.id`: whether there are any. `events.device`: whether any event has one.
   */
  filled(field: string): number
  /** The kinds of events that customers had with a campaign; in large companies those of every n-th customer. */
  eventsOf(campaign: string): readonly string[]
}
