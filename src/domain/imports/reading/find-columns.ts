import { InputError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { CsvFile } from '../csv/header.ts'

/** A header's name as it is compared: `Created at`, `created_at` and `CreatedAt` are one. */
const headerKey = (name: string): string => foldText(name).replaceAll(/[^\p{L}\p{N}]/gu, '')

export interface FoundColumns {
  /** The place of each field's column in the file's rows. */
  readonly at: ReadonlyMap<string, number>
  readonly ignored: readonly string[]
}

/**
 * Finds the column of each field: the one that `map` names, else the first of the field's names that the
 * header has. Throws InputError when `map` names a column that is not there, or a name stands there twice.
 */
export function findColumns(
  file: CsvFile,
  names: ReadonlyMap<string, readonly string[]>,
  map: Readonly<Record<string, string>>,
): FoundColumns {
  const header = file.header.map(headerKey)
  const at = new Map<string, number>()
  for (const [field, synonyms] of names) {
    const mapped = map[field]
    const wanted = mapped === undefined ? synonyms : [mapped]
    const key = wanted.map(headerKey).find((synonym) => header.includes(synonym))
    if (key === undefined) {
      if (mapped === undefined) continue
      throw new InputError(`${file.name} has no column ${mapped}, which is to be ${field}`, {
        next: `Name one of the columns it has: ${file.header.join(', ')}.`,
        choices: file.header,
      })
    }
    const first = header.indexOf(key)
    if (header.lastIndexOf(key) !== first) {
      throw new InputError(`${file.name} has the column ${file.header[first]} twice`, {
        next: 'Give each column a name of its own, and import again.',
      })
    }
    at.set(field, first)
  }
  const used = new Set(at.values())
  return { at, ignored: file.header.filter((name, index) => name !== '' && !used.has(index)) }
}
