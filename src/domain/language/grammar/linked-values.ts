import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import type { Found, Reading } from './reading.ts'

/** One name of a field, as the data has it: several values where it stands for several. */
export const linkedValues =
  (field: DictionaryField) =>
  (reading: Reading, at: number): Found<readonly string[]> | undefined => {
    const link = reading.links.at(at).find((one) => one.field === field)
    return link && { value: link.values, end: link.end }
  }
