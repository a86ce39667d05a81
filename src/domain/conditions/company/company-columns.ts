import { formatMoney } from '#kernel/money.ts'
import { foldText, joinWords } from '#kernel/text.ts'
import { type COMPANY_NUMBERS, type COMPANY_TEXTS, type CompanyRecord } from '../../accounts/record.ts'
import { countryCode } from '../../places/countries.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { comparisonWords, moneyWords, numberWords, timesWords } from '../shared/comparison.ts'
import type { Column } from '../shared/columns/column.ts'
import { COMPANIES } from '../shared/columns/column.ts'
import { idColumn } from '../shared/columns/id-column.ts'
import { type NumberColumn, numberColumn } from '../shared/columns/number-column.ts'
import { rankedColumn } from '../shared/columns/ranked-column.ts'
import { technologyColumn } from '../shared/columns/technology-column.ts'
import { type TextColumn, textColumn } from '../shared/columns/text-column.ts'
import { percentWords } from '../shared/percent.ts'
import { unpayable } from '../shared/problems.ts'
import { countriesWords } from '../shared/country-words.ts'
import { quotedWords, valueWords } from '../shared/value-words.ts'
import { FUNDING_ORDER } from './funding-stages.ts'
import { RELATIONSHIPS, relationshipWords } from './relationships.ts'

type TextName = (typeof COMPANY_TEXTS)[number]
type NumberName = (typeof COMPANY_NUMBERS)[number]

const text = (
  name: TextName,
  label: string,
  rest: Pick<TextColumn<CompanyRecord>, 'phrase'> & Partial<TextColumn<CompanyRecord>>,
): TextColumn<CompanyRecord> => ({
  rows: COMPANIES,
  name,
  label,
  read: (company) => company.text[name],
  ...rest,
})

/** `are in the industry SaaS`, `is in …` */
const isIn = (what: string) => (have: 'have' | 'has', values: string) =>
  `${have === 'have' ? 'are' : 'is'} in ${what}${values}`
/** `have the name Acme` */
const hasThe = (label: string) => (have: 'have' | 'has', values: string) => `${have} the ${label} ${values}`

const place = (name: 'region' | 'city', values: DictionaryField) =>
  textColumn(text(name, name, { phrase: isIn(`the ${name} `), values }))

const number = (
  name: NumberName,
  label: string,
  rest: Pick<NumberColumn<CompanyRecord>, 'words' | 'has' | 'lacks' | 'check' | 'step' | 'signed'>,
) => numberColumn<CompanyRecord>({ rows: COMPANIES, name, label, read: (one) => one.number[name], ...rest })

const employees = (count: string, value: number) => `${count} employee${value === 1 ? '' : 's'}`

/** What can be asked of a company, column by column. */
export const COMPANY_COLUMNS = {
  id: idColumn(COMPANIES, (company: CompanyRecord) => company.externalId),
  name: textColumn(text('name', 'name', { phrase: hasThe('name') })),
  domain: textColumn(text('domain', 'domain', { phrase: hasThe('domain') })),
  industry: textColumn(
    text('industry', 'industry', { phrase: isIn('the industry '), values: 'company.industry' }),
  ),
  country: textColumn(
    text('country', 'country', {
      phrase: isIn(''),
      list: countriesWords,
      values: 'company.country',
      exists: (value) => countryCode(value) !== undefined,
      country: true,
    }),
  ),
  region: place('region', 'company.region'),
  city: place('city', 'company.city'),
  funding_stage: rankedColumn(
    text('funding_stage', 'funding stage', {
      phrase: (have, values) => `${have === 'have' ? 'are' : 'is'} at the funding stage ${values}`,
      // “Series A” needs no quotes.
      format: (value) => (FUNDING_ORDER.rankOf(foldText(value)) === undefined ? valueWords(value) : value),
      values: 'company.funding_stage',
    }),
    FUNDING_ORDER,
  ),
  relationship: textColumn(
    text('relationship', 'relationship with us', {
      key: 'relationship',
      phrase: (have, values) => (have === 'have' ? `are ${values}` : `is among those that are ${values}`),
      list: (values) =>
        values.every((value) => RELATIONSHIPS.includes(value.toLowerCase()))
          ? joinWords(values.map(relationshipWords), 'or')
          : `of the relationship with us ${joinWords(values.map(quotedWords), 'or')}`,
      values: 'company.relationship',
      exists: (value) => RELATIONSHIPS.includes(value.toLowerCase()),
    }),
  ),
  tech_stack: technologyColumn,
  employees: number('employees', 'number of employees', {
    words: (test) => `have ${timesWords(test, 'employee')}`,
    has: (value) => `has ${employees(numberWords(value), value)}`,
    lacks: (n, more) => employees(`${numberWords(n)} ${more ? 'more' : 'fewer'}`, n),
  }),
  revenue: number('revenue', 'revenue', {
    words: (test, { currency }) => `have a revenue of ${moneyWords(test, currency)}`,
    has: (value, { currency }) => `has a revenue of ${formatMoney(value, currency)}`,
    lacks: (n, more, { currency }) => `${formatMoney(n, currency)} ${more ? 'more' : 'less'} revenue`,
    check: (test, { currency }) => unpayable(test, currency, ['value']),
  }),
  hiring_velocity: number('hiring_velocity', 'hiring velocity', {
    words: (test) => `have a hiring velocity of ${comparisonWords(test, numberWords)}`,
    has: (value) => `has a hiring velocity of ${numberWords(value)}`,
    lacks: (n, more) => `a hiring velocity that is ${numberWords(n)} ${more ? 'higher' : 'lower'}`,
    signed: true,
  }),
  headcount_growth: number('headcount_growth', 'headcount growth', {
    words: (test) => `have a headcount growth of ${comparisonWords(test, percentWords)}`,
    has: (value) => `has a headcount growth of ${percentWords(value)}`,
    lacks: (n, more) => `${percentWords(n)} ${more ? 'more' : 'less'} headcount growth`,
    step: 0.01,
    signed: true,
  }),
} as const satisfies Record<'id' | 'tech_stack' | TextName | NumberName, Column<CompanyRecord>>

export type CompanyField = keyof typeof COMPANY_COLUMNS
