import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const JOINTS = { or: phrase('or', ',', ', or'), and: phrase('and', ',', ', and') }
const either = phrase('either', 'one|any of')

/**
 * Values of one field as descriptions list them (conditions/shared/value-words.ts): `Tea, “to go” or Coffee Beans`,
 * each a name that the data holds.
 */
export function shownValues(
  reading: Reading,
  at: number,
  field: DictionaryField,
  joined: keyof typeof JOINTS = 'or',
): Found<string[]> | undefined {
  const values: string[] = []
  let end = at
  for (let from = skip(reading, at, either); from >= 0; from = JOINTS[joined](reading, end)) {
    const link = reading.links.at(from).find((one) => one.field === field)
    if (link === undefined) break
    values.push(...link.values)
    end = link.end
  }
  return values.length === 0 ? undefined : { value: [...new Set(values)], end }
}
