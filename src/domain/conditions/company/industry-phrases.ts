import { linkedList, otherWords, valuesOf } from '../../language/grammar/linked-list.ts'
import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { oneOf } from './company-criteria.ts'

const lead = phrase(
  'in|within|from|across|of',
  'in|within|from|across the',
  'in the industry|industries|sector|sectors|vertical|verticals|space|field of?',
  'whose? industry|sector|vertical is|are|:|=|in?',
  'with the? industry|sector|vertical',
  'operating|active|working in the?',
  'the industry',
)
const away = phrase('outside|outside of the?', 'anything but', 'other than')
const behind = phrase('industry|industries|sector|sectors|vertical|verticals|space|field|world', '- based')

/** `SaaS`, `in Fintech or E-commerce`, `the healthcare sector`, `outside of retail`. */
export const industry: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const outside = away(reading, start)
  const said = outside >= 0 ? outside : lead(reading, start)
  const list = linkedList(reading, skip(reading, said >= 0 ? said : start, phrase('the')), 'company.industry')
  if (list === undefined) return undefined
  const criteria = oneOf('industry', valuesOf(list.value))
  const opposite = negative !== outside >= 0
  const found = meaning(opposite ? negated(criteria) : criteria, otherWords(reading, list.value, 'industry'))
  const nominal = said < 0 && start === at
  return {
    value: nominal ? { ...found, nominal: true } : found,
    end: skip(reading, list.end, behind),
  }
}
