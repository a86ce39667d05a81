import { linkedValues } from '../../language/grammar/linked-values.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { type Called, presencePhrase, textColumnPhrase } from '../shared/columns/column-phrases.ts'
import { accountPlace } from '../shared/columns/place-phrase.ts'
import { type ComparedColumn, comparedColumn, oneOfThem } from '../shared/columns/compared-column.ts'
import { job } from './job-phrases.ts'
import { levelPhrase } from './level-phrases.ts'
import type { PersonCondition } from './person.ts'
import { ofPerson, oneOfPerson } from './person-criteria.ts'
import { reachable } from './reach-phrases.ts'
import { titlePhrase } from './title-phrases.ts'
import { yearsPhrase } from './years-phrases.ts'

type Field = PersonCondition['field']

const called = (field: Field, ...nouns: readonly string[]): Called<Field> => ({
  field,
  noun: phrase(...nouns),
})

const TEXTS: readonly Called<Field>[] = [
  called('id', 'person|contact|lead id|number'),
  called('title', 'job? title|titles', 'position'),
  called('seniority', 'seniority', 'seniority level'),
  called('function', 'job? function', 'department', 'job functions'),
  called('region', 'region|state|province'),
  called('city', 'city|town'),
  called('timezone', 'timezone', 'time zone'),
  called('email', 'email address?', 'email addresses', 'work|business email address?'),
]
const COLUMNS: readonly Called<Field>[] = [
  ...TEXTS,
  called('country', 'country'),
  called('phone', 'phone number?', 'telephone|mobile|phone number', 'telephone|mobile', 'phone numbers'),
  called('years_experience', 'years of experience', 'experience'),
  called('years_in_role', 'years|time in the? role', 'tenure'),
]

const COMPARED: readonly ComparedColumn<Field, readonly string[]>[] = [
  { ...called('seniority', 'seniority level?'), valueAt: linkedValues('person.seniority') },
  { ...called('function', 'job? function', 'department'), valueAt: linkedValues('person.function') },
  { ...called('country', 'country'), valueAt: linkedValues('country') },
  { ...called('region', 'region|state|province'), valueAt: linkedValues('person.region') },
  { ...called('city', 'city|town'), valueAt: linkedValues('person.city') },
]

/** How people say what people at companies are and do. */
export const personPhrases: readonly Parser<Meaning>[] = [
  job,
  titlePhrase,
  levelPhrase,
  yearsPhrase,
  reachable,
  accountPlace,
  comparedColumn(COMPARED, oneOfThem(oneOfPerson)),
  presencePhrase(COLUMNS, ofPerson),
  textColumnPhrase(TEXTS, ofPerson),
]
