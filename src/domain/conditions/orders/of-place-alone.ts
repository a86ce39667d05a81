import type { OrderFilter } from '../shared/filters.ts'

/** Whether a channel or a device is all that is said of orders. */
export function isOfPlaceAlone({ channel, device, ...more }: OrderFilter): boolean {
  return (channel ?? device) !== undefined && Object.keys(more).length === 0
}
