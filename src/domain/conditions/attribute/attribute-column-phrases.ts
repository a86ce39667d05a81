import type { Criteria } from '../../criteria/schema.ts'
import { unite } from '../../criteria/unite.ts'
import { columnComparison } from '../../language/grammar/column-comparison.ts'
import { linkedValues } from '../../language/grammar/linked-values.ts'
import { told } from '../../language/grammar/asked.ts'
import { anyOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { oneOf, type Places, placeList } from '../../language/grammar/place-list.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { genderAt } from './attribute-phrases.ts'
import { oneOfTexts } from './attribute-shown-phrases.ts'
import { fieldAt } from './attribute-text-phrases.ts'
import { textValue } from '../shared/columns/text-values.ts'

const lead = phrase(
  'whose|where|with|have|has|having|their',
  'whose|where|with|have|has|having? the|a|an|their',
)

/** `gender is not male`, `tag in (vip, gold)`, `city other than Paris`, `postcode is neither 1010 nor 1020`. */
export const attributeColumn: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, skip(reading, at, lead))
  const column = fieldAt(reading, skip(reading, start, lead))
  if (column === undefined) return undefined
  const { value: field, end } = column
  switch (field) {
    case 'country':
    case 'region':
    case 'city': {
      const found = columnComparison(reading, end, placeOf(field))
      return found && placesMeaning(found.value.values, found.value.negative !== negative, found.end)
    }
    case 'gender': {
      const found = columnComparison(reading, end, genderAt)
      const values = found?.value.values.flat() ?? []
      return found === undefined || values.length === 0
        ? undefined
        : compared(oneOf(field, values), found.value.negative !== negative, found.end)
    }
    case 'tags':
    case 'language':
    case 'interests': {
      const found = columnComparison(reading, end, linkedValues(field))
      return (
        found &&
        compared(oneOf(field, found.value.values.flat()), found.value.negative !== negative, found.end)
      )
    }
    case 'postcode':
    case 'first_name':
    case 'last_name':
    case 'email': {
      const found = columnComparison(reading, end, textValue)
      return (
        found && compared(oneOfTexts(field, found.value.values), found.value.negative !== negative, found.end)
      )
    }
    // Dates and numbers are compared by phrases of their own.
    case 'birthday':
    case 'created_at':
    case 'id':
    case 'latitude':
    case 'longitude':
    case 'phone':
      return undefined
  }
}

const compared = (criteria: Criteria, negative: boolean, end: number): Found<Meaning> => ({
  value: told(negative ? negated(criteria) : criteria, { assumptions: [], doubts: [] }),
  end,
})

/** One place of a kind: the country Georgia is not the region, whichever the data holds. */
const placeOf = (field: 'country' | 'region' | 'city') => (reading: Reading, at: number) => {
  const link = reading.links.at(at).find((one) => one.field === field)
  if (link === undefined) return undefined
  const alone = { ...reading, tokens: reading.tokens.slice(0, link.end), memo: [] }
  const found = placeList(alone, at)
  return found?.end === link.end ? found : undefined
}

function placesMeaning(places: readonly Places[], negative: boolean, end: number): Found<Meaning> {
  const criteria = anyOf(unite(places.flatMap((one) => one.criteria ?? [])))
  const notes = {
    assumptions: places.flatMap(({ assumptions }) => assumptions),
    doubts: places.flatMap(({ doubts }) => doubts),
  }
  const unknown = negative ? ['People whose country or place is unknown are in too.'] : []
  return { value: told(negative ? negated(criteria) : criteria, notes, unknown), end }
}
