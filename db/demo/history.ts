/** Instants are epoch seconds, UTC. */
export const HOUR = 3600
export const DAY = 24 * HOUR

/** The stretch of time that the demo company lived through. */
export interface History {
  readonly from: number
  /** No row is dated after it. */
  readonly now: number
}

/** The three years up to the hour: within one hour the company is the same. */
export function historyUpTo(now: number): History {
  const hour = Math.floor(now / HOUR) * HOUR
  return { from: hour - 3 * 365 * DAY, now: hour }
}

export const yearOf = (at: number): number => new Date(at * 1000).getUTCFullYear()

/** 1 to 12 */
export const monthOf = (at: number): number => new Date(at * 1000).getUTCMonth() + 1

/** Midnight UTC of a date. */
export const onDate = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 1000

/** The day after the fourth Thursday of November. */
export function blackFriday(year: number): number {
  const firstOfNovember = onDate(year, 11, 1)
  const weekday = new Date(firstOfNovember * 1000).getUTCDay()
  const daysToThursday = (4 - weekday + 7) % 7
  return firstOfNovember + (daysToThursday + 21 + 1) * DAY
}
