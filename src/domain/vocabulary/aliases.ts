import { foldText } from '#kernel/text.ts'
import { countryCode } from '../places/countries.ts'
import { countryOfDemonym } from '../places/demonyms.ts'
import { regionName } from '../places/regions.ts'
import type { DictionaryField } from './dictionary.ts'

/** Countries whose people write their regions as letters: `TX`, `ON`, `NSW`. */
const LETTERED = ['US', 'CA', 'AU']

const GENDERS: readonly (readonly string[])[] = [
  ['female', 'f', 'woman', 'women', 'lady', 'ladies', 'girl', 'girls'],
  ['male', 'm', 'man', 'men', 'gentleman', 'gentlemen', 'guy', 'guys', 'boys'],
]

/**
 * Keys that a text stands for in a field, beside its own. Two-letter region codes count in capitals only, unless
 * it is known that a region is meant: "in", "or" and "me" are words.
 */
export function aliasesIn(field: DictionaryField, text: string, certain: boolean): readonly string[] {
  const key = foldText(text)
  if (field.endsWith('country')) {
    const code = countryCode(text) ?? countryOfDemonym(text)
    return code === undefined ? [] : [code.toLowerCase()]
  }
  if (field.endsWith('region')) {
    const letters = text.trim()
    return certain || letters === letters.toUpperCase() ? regionsOf(letters) : []
  }
  return field === 'gender' ? GENDERS.filter((words) => words.includes(key)).flat() : otherNumber(key)
}

const regionsOf = (code: string): readonly string[] =>
  LETTERED.flatMap((country) => {
    const name = regionName(country, code)
    return name === undefined ? [] : [foldText(name)]
  })

/** "teas" may be Tea, "berries" Berry, and "champion" Champions. */
function otherNumber(key: string): readonly string[] {
  if (key.length < 3) return []
  const singulars = [key.replace(/ies$/, 'y'), key.replace(/es$/, ''), key.replace(/s$/, '')]
  return [`${key}s`, ...singulars.filter((singular) => singular !== key)]
}
