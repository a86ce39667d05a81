import { foldText } from '#kernel/text.ts'
import type { DictionaryField } from './dictionary.ts'
import type { ValueInfo } from './vocabulary.ts'

/** A value of a field, with the keys that texts are compared with. */
export interface ListedValue extends ValueInfo {
  /** Folded; the first is the one that the database compares. */
  readonly keys: readonly string[]
}

interface Row {
  readonly value: string
  readonly count: number
  /** Where people read it otherwise than criteria write it. */
  readonly label?: string
  /** What the database compares, where that is not the folded value. */
  readonly key?: string
}

/** Values of a field, most frequent first. */
export const listed = (field: DictionaryField, rows: readonly Row[]): readonly ListedValue[] =>
  rows
    .map(({ value, count, label = value, key = foldText(value) }) => ({
      field,
      value,
      label,
      count,
      keys: [...new Set([key, foldText(label)])],
    }))
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
