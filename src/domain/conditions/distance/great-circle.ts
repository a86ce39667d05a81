/** A point on earth, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The mean radius of the earth in kilometres (IUGG). */
export const EARTH = 6371.0088

/** Kilometres in each unit. */
export const UNITS = { km: 1, mi: 1.609344 } as const

const radians = (degrees: number): number => degrees * (Math.PI / 180)

/**
 * The great-circle distance in kilometres, by the haversine formula
 * (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), written as distance-plan.ts writes it.
 */
export function kilometresBetween(from: Point, to: Point): number {
  const halfway = Math.sin(radians(to.latitude - from.latitude) / 2)
  const across = Math.sin(radians(to.longitude - from.longitude) / 2)
  const chord =
    halfway * halfway + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * (across * across)
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)))
}
