import type { Problem } from '../cells/cell.ts'
import { exactText } from '../cells/mended.ts'

/** HubSpot’s id of a company or a contact, told apart from the ids of other programs. */
export function hubspotId(cell: string): string | Problem {
  const id = exactText(cell)
  return typeof id === 'string' ? `hubspot:${id}` : id
}

/** The first of several ids: `123;456`. */
export const firstHubspotId = (cell: string): string | Problem => {
  const [first = ''] = cell.split(';')
  return first.trim() === '' ? '' : hubspotId(first.trim())
}

/** The first of several names. */
export const firstName = (cell: string): string => cell.split(';')[0]?.trim() ?? ''
