import { foldText } from '#kernel/text.ts'
import { sha256 } from '#kernel/hash.ts'
import type { CellValue, Problem } from '../cells/cell.ts'

/** What ids that were made of an address begin with. */
export const ADDRESS_ID = 'email:'

/** Enough of a hash that no two addresses share it. */
const HASH = 16

/**
 * The id of somebody whom a file tells only an address of: the same address has the same id, and the id does not
 * show it. Null when there is neither an e-mail address nor a phone number.
 */
export function addressId(email: CellValue | undefined, phone: CellValue | undefined): string | null {
  const mail = typeof email === 'string' ? foldText(email) : ''
  if (mail !== '') return `${ADDRESS_ID}${sha256(mail).slice(0, HASH)}`
  const digits = typeof phone === 'string' ? phone.replaceAll(/\D/g, '') : ''
  return digits === '' ? null : `phone:${sha256(digits).slice(0, HASH)}`
}

/** Fills in the ids of rows that have none; rows with neither an id nor an address are nobody’s. */
export function giveAddressIds(columns: readonly string[]): (values: CellValue[]) => Problem | undefined {
  const [id = -1, email = -1, phone = -1] = ['id', 'email', 'phone'].map((name) => columns.indexOf(name))
  return (values) => {
    values[id] ??= addressId(values[email], values[phone])
    return values[id] === null ? NOBODY : undefined
  }
}

const NOBODY: Problem = { problem: 'the row has neither an id nor an e-mail address nor a phone number' }
