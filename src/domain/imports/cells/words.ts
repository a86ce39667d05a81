import { ORDER_STATUSES } from '#db/schema.ts'
import { foldText } from '#kernel/text.ts'
import { type CellValue, isMissing, type Problem, type ReadCell } from './cell.ts'

/** Free text: only an empty cell is missing, since people are called Null and towns Na. */
export const readText = (cell: string): CellValue => (cell === '' ? null : cell)

/** An id, an address, a code: text in which `NA` and its like mean that there is none. */
export const readId = (cell: string): CellValue => (isMissing(cell) ? null : cell)

// Maps: an object also has a word for `constructor`.
const FLAGS: ReadonlyMap<string, number> = new Map(
  Object.entries({ '1': 1, '0': 0, true: 1, false: 0, yes: 1, no: 0 }),
)

/** 1, 0, true, false, yes or no. */
export function readFlag(cell: string): CellValue | Problem {
  if (isMissing(cell)) return null
  return FLAGS.get(cell.toLowerCase()) ?? { problem: 'is not 1, 0, true, false, yes or no' }
}

/** Several texts separated by `|`, as a JSON list in the order of their keys, each key once. */
export function readList(cell: string): CellValue {
  if (cell === '') return null
  const byKey = new Map<string, string>()
  for (const part of cell.split('|')) {
    const label = part.trim()
    const key = foldText(label)
    if (key !== '' && !byKey.has(key)) byKey.set(key, label)
  }
  const sorted = [...byKey].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return JSON.stringify(sorted.map(([, label]) => label))
}

/** A word as it is compared: whatever its case, and however its parts are joined. */
export const wordKey = (cell: string): string => cell.toLowerCase().replaceAll(/[\s-]+/g, '_')

/** One of a closed list of words, as they are compared. */
export function readWord(
  words: readonly string[],
  synonyms: Readonly<Record<string, string>> = {},
): ReadCell {
  const meanings = new Map([...Object.entries(synonyms), ...words.map((word) => [word, word] as const)])
  return (cell) => {
    if (isMissing(cell)) return null
    return meanings.get(cell) ?? meanings.get(wordKey(cell)) ?? { problem: `is none of ${words.join(', ')}` }
  }
}

export const readOrderStatus = readWord(ORDER_STATUSES, { canceled: 'cancelled' })

/** What shops call the same five states. */
export const readShopStatus = readWord(ORDER_STATUSES, {
  canceled: 'cancelled',
  voided: 'cancelled',
  void: 'cancelled',
  complete: 'paid',
  completed: 'paid',
  fulfilled: 'paid',
  shipped: 'paid',
  delivered: 'paid',
  processing: 'pending',
  authorized: 'pending',
  unpaid: 'pending',
  on_hold: 'pending',
})
