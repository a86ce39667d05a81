import { unite } from '../../criteria/unite.ts'
import { told } from '../../language/grammar/asked.ts'
import { linkedValues } from '../../language/grammar/linked-values.ts'
import { anyOf, type Meaning, negated, UNKNOWN_PLACES } from '../../language/grammar/meaning.ts'
import { oneOf, type Places, placeList } from '../../language/grammar/place-list.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { anyText, comparedColumn, oneOfThem } from '../shared/columns/compared-column.ts'
import type { CustomerField } from './attribute.ts'
import { genderAt } from './attribute-phrases.ts'
import { CUSTOMER_COLUMNS } from './attribute-text-phrases.ts'

type ValuesAt<V> = Partial<Record<CustomerField, Parser<V>>>

/** The columns whose values can be read so; dates and numbers are compared by phrases of their own. */
const columnsWith = <V>(valuesAt: ValuesAt<V>) =>
  CUSTOMER_COLUMNS.flatMap((column) => {
    const valueAt = valuesAt[column.field]
    return valueAt === undefined ? [] : [{ ...column, valueAt }]
  })

const heldGender: Parser<readonly string[]> = (reading, at) => {
  const found = genderAt(reading, at)
  return found === undefined || found.value.length === 0 ? undefined : found
}

/** "an e-mail in Brooklyn", "a postcode in London" say where people are: an address has its sign, a code its digits. */
function textWith(sign: RegExp): Parser<readonly string[]> {
  return (reading, at) => {
    const found = anyText(reading, at)
    return found?.value.every((text) => sign.test(text)) === true ? found : undefined
  }
}

const TEXTS: ValuesAt<readonly string[]> = {
  gender: heldGender,
  tags: linkedValues('tags'),
  language: linkedValues('language'),
  interests: linkedValues('interests'),
  postcode: textWith(/\d/),
  first_name: anyText,
  last_name: anyText,
  email: textWith(/@/),
}

/** One place of a kind: the country Georgia is not the region, whichever the data holds. */
const placeOf =
  (field: 'country' | 'region' | 'city'): Parser<Places> =>
  (reading, at) => {
    const link = reading.links.at(at).find((one) => one.field === field)
    if (link === undefined) return undefined
    const alone = { ...reading, tokens: reading.tokens.slice(0, link.end), memo: [] }
    const found = placeList(alone, at)
    return found?.end === link.end ? found : undefined
  }

const PLACES: ValuesAt<Places> = {
  country: placeOf('country'),
  region: placeOf('region'),
  city: placeOf('city'),
}

function placesMeaning(places: readonly Places[], negative: boolean): Meaning {
  const criteria = anyOf(unite(places.flatMap((one) => one.criteria ?? [])))
  const notes = {
    assumptions: places.flatMap(({ assumptions }) => assumptions),
    doubts: places.flatMap(({ doubts }) => doubts),
  }
  const unknown = negative ? [UNKNOWN_PLACES] : []
  return told(negative ? negated(criteria) : criteria, notes, unknown)
}

/** `gender is not male`, `tag in (vip, gold)`, `city other than Paris`, `postcode is neither 1010 nor 1020`. */
export const attributeColumnPhrases: readonly Parser<Meaning>[] = [
  comparedColumn(columnsWith(TEXTS), oneOfThem(oneOf)),
  comparedColumn(columnsWith(PLACES), ({ values, negative }) => placesMeaning(values, negative)),
]
