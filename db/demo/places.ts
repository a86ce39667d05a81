import { AMERICA } from './places-america.ts'
import { OVERSEAS } from './places-overseas.ts'
import { chooser, type Random } from './random.ts'

export interface Region {
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly region: string
  /** IANA */
  readonly timezone: string
  readonly cities: readonly City[]
}

/** In postcodes `#` stands for a digit and `@` for a letter. */
type City = readonly [name: string, latitude: number, longitude: number, postcode: string, share: number]

export interface Place {
  readonly country: string
  readonly region: string
  readonly timezone: string
  readonly city: string
  readonly latitude: number
  readonly longitude: number
  readonly postcode: string
  readonly share: number
}

export const PLACES: readonly Place[] = [...AMERICA, ...OVERSEAS].flatMap(
  ({ country, region, timezone, cities }) =>
    cities.map(([city, latitude, longitude, postcode, share]) => ({
      country,
      region,
      timezone,
      city,
      latitude,
      longitude,
      postcode,
      share,
    })),
)

export const choosePlace = chooser(PLACES, (place) => place.share)

/** Without D, F, I, O, Q and U, which Canadian postcodes avoid. */
const POSTAL_LETTERS = 'ABCEGHJKLMNPRSTVWXYZ'.split('')

export const drawPostcode = ({ postcode }: Place, random: Random): string =>
  postcode.replace(/[#@]/g, (mark) =>
    mark === '#' ? String(random.whole(0, 9)) : random.pick(POSTAL_LETTERS),
  )

/** Hours ahead of UTC by the sun; near enough for when people shop. */
export const hoursAhead = ({ longitude }: Place): number => Math.round(longitude / 15)
