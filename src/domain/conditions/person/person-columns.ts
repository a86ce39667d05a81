import { maskEmail } from '#kernel/mask.ts'
import type { PERSON_NUMBERS, PERSON_TEXTS, PersonRecord } from '../../accounts/record.ts'
import { countryCode } from '../../places/countries.ts'
import { countriesWords } from '../shared/country-words.ts'
import { SENIORITY_ORDER } from '../../titles/seniorities.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { comparisonWords, numberWords } from '../shared/comparison.ts'
import { type Column, PEOPLE } from '../shared/columns/column.ts'
import { idColumn } from '../shared/columns/id-column.ts'
import { numberColumn } from '../shared/columns/number-column.ts'
import { presenceColumn } from '../shared/columns/presence-column.ts'
import { rankedColumn } from '../shared/columns/ranked-column.ts'
import { type TextColumn, textColumn } from '../shared/columns/text-column.ts'
import { quotedWords } from '../shared/value-words.ts'
import { titleColumn } from './title-column.ts'

type TextName = (typeof PERSON_TEXTS)[number]
type NumberName = (typeof PERSON_NUMBERS)[number]

const text = (
  name: TextName,
  label: string,
  rest: Pick<TextColumn<PersonRecord>, 'phrase'> & Partial<TextColumn<PersonRecord>>,
): TextColumn<PersonRecord> => ({ rows: PEOPLE, name, label, read: (person) => person.text[name], ...rest })

/** `have the seniority VP`, `has …` */
const hasThe = (label: string) => (have: 'have' | 'has', values: string) => `${have} the ${label} ${values}`
/** `are in Canada`, `is in the region Bavaria` */
const isIn = (what: string) => (have: 'have' | 'has', values: string) =>
  `${have === 'have' ? 'are' : 'is'} in ${what}${values}`

const place = (name: 'region' | 'city', values: DictionaryField) =>
  textColumn(text(name, name, { phrase: isIn(`the ${name} `), values }))

const years = (count: string, value: unknown, what: string) =>
  `${count} year${value === 1 ? '' : 's'} ${what}`

const number = (name: NumberName, label: string, what: string) =>
  numberColumn<PersonRecord>({
    rows: PEOPLE,
    name,
    label,
    read: (person) => person.number[name],
    words: (test) => `have ${years(comparisonWords(test, numberWords), test.value, what)}`,
    has: (value) => `has ${years(numberWords(value), value, what)}`,
    lacks: (n, more) => years(`${numberWords(n)} ${more ? 'more' : 'fewer'}`, n, what),
  })

/** What can be asked of a person who works at a company, column by column. */
export const PERSON_COLUMNS = {
  id: idColumn(PEOPLE, (person: PersonRecord) => person.externalId),
  title: titleColumn(text('title', 'job title', { phrase: hasThe('job title'), format: quotedWords })),
  seniority: rankedColumn(
    text('seniority', 'seniority', { phrase: hasThe('seniority'), values: 'person.seniority' }),
    SENIORITY_ORDER,
  ),
  function: textColumn(
    text('function', 'job function', { phrase: hasThe('job function'), values: 'person.function' }),
  ),
  country: textColumn(
    text('country', 'country', {
      phrase: isIn(''),
      list: countriesWords,
      values: 'person.country',
      exists: (value) => countryCode(value) !== undefined,
      country: true,
    }),
  ),
  region: place('region', 'person.region'),
  city: place('city', 'person.city'),
  timezone: textColumn(
    text('timezone', 'time zone', { phrase: hasThe('time zone'), values: 'person.timezone' }),
  ),
  email: textColumn(text('email', 'e-mail address', { phrase: hasThe('e-mail address'), mask: maskEmail })),
  phone: presenceColumn(PEOPLE, 'phone', 'phone number', (person: PersonRecord) => person.text.phone),
  years_experience: number('years_experience', 'years of experience', 'of experience'),
  years_in_role: number('years_in_role', 'time in the role', 'in the role'),
} as const satisfies Partial<Record<'id' | TextName | NumberName, Column<PersonRecord>>>

export type PersonField = keyof typeof PERSON_COLUMNS
