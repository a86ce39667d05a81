/** A country, region or city, and how many members are there. */
export interface PlaceShare {
  readonly name: string
  readonly customers: number
  /** Of all members, 0 to 1. */
  readonly share: number
}

export interface CountryShare extends PlaceShare {
  /** ISO 3166-1 alpha-2; null for a text that is no country's. */
  readonly code: string | null
  /** ISO 3166-1 numeric, three digits: what maps know countries by. */
  readonly numeric: string | null
}

export interface RegionShare extends PlaceShare {
  /** The country's name; empty where it is unknown. */
  readonly country: string
}

export interface CityShare extends RegionShare {
  readonly region: string
  /** Degrees (WGS 84): of the world's cities, else the middle of these customers; null where neither is known. */
  readonly at: { readonly latitude: number; readonly longitude: number } | null
}

/** Where the members of criteria are, all read from the same set. The largest come first. */
export interface Geography {
  /** ISO 8601, a whole minute. */
  readonly asOf: string
  readonly customers: number
  readonly countries: readonly CountryShare[]
  readonly regions: readonly RegionShare[]
  readonly cities: readonly CityShare[]
  /** Members whose country, region, city is unknown. */
  readonly unknown: { readonly country: number; readonly region: number; readonly city: number }
  /** Regions and cities beside those listed, and how many members are there. */
  readonly more: {
    readonly regions: { readonly places: number; readonly customers: number }
    readonly cities: { readonly places: number; readonly customers: number }
  }
}
