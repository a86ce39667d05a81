import { blackFriday, DAY, monthOf, yearOf } from './history.ts'

/** The busiest that a day gets, next to an ordinary one. */
export const BUSIEST = 7

/** January to December: the cold months and the holidays sell coffee, high summer does not. */
const MONTHS = [0.9, 0.95, 1, 1, 1.05, 0.9, 0.8, 0.8, 1, 1.1, 1.3, 1.7]

/** How busy the shop is on a day, an ordinary one being 1. */
export function season(at: number): number {
  const sinceBlackFriday = at - blackFriday(yearOf(at))
  if (sinceBlackFriday >= 0 && sinceBlackFriday < DAY) return BUSIEST
  // Up to Cyber Monday.
  if (sinceBlackFriday >= DAY && sinceBlackFriday < 4 * DAY) return 4.5
  // After the last day on which a parcel arrives before the holidays.
  if (sinceBlackFriday >= 27 * DAY && monthOf(at) === 12) return 0.7
  return MONTHS[monthOf(at) - 1] ?? 1
}
