import { linkedValues } from '../../language/grammar/linked-values.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { accountPlace } from '../shared/columns/place-phrase.ts'
import { type Called, presencePhrase, textColumnPhrase } from '../shared/columns/column-phrases.ts'
import { anyText, type ComparedColumn, comparedColumn, oneOfThem } from '../shared/columns/compared-column.ts'
import { bareColumn } from './bare-column-phrases.ts'
import type { CompanyCondition } from './company.ts'
import { ofCompany, oneOf } from './company-criteria.ts'
import { funding } from './funding-phrases.ts'
import { headcountGrowth } from './growth-phrases.ts'
import { hiringVelocity } from './hiring-phrases.ts'
import { industry } from './industry-phrases.ts'
import { relationship } from './relationship-phrases.ts'
import { sizePhrases } from './size-phrases.ts'
import { technologyPhrases } from './technology-phrases.ts'

type Field = CompanyCondition['field']

const called = (field: Field, ...nouns: readonly string[]): Called<Field> => ({
  field,
  noun: phrase(...nouns),
})

const TEXTS: readonly Called<Field>[] = [
  called('id', 'company|account id|number', 'id'),
  called('name', 'company|account? name', 'named|called'),
  called('domain', 'domain|domains', 'web|email? domain', 'website|websites|url'),
  called('industry', 'industry', 'sector'),
  called('region', 'region|state|province'),
  called('city', 'city|town'),
  called('funding_stage', 'funding stage|round', 'stage'),
  called('relationship', 'of? the? relationship with us'),
]
const COLUMNS: readonly Called<Field>[] = [
  ...TEXTS,
  called('country', 'country'),
  called('funding_stage', 'funding', 'funding history|status'),
  called('tech_stack', 'tech|technology? stack', 'technology|technologies'),
  called('relationship', 'relationship with us?'),
  called('employees', 'number of employees|staff', 'employee|staff count', 'headcount', 'company? size'),
  called('revenue', 'annual? revenue'),
  called('hiring_velocity', 'hiring velocity'),
  called('headcount_growth', 'headcount growth'),
]

const COMPARED: readonly ComparedColumn<Field, readonly string[]>[] = [
  { ...called('industry', 'industry', 'sector'), valueAt: linkedValues('company.industry') },
  {
    ...called('funding_stage', 'funding stage|round', 'stage'),
    valueAt: linkedValues('company.funding_stage'),
  },
  {
    ...called('tech_stack', 'tech|technology stack', 'technology|technologies'),
    valueAt: linkedValues('company.technology'),
  },
  { ...called('relationship', 'relationship with us?'), valueAt: linkedValues('company.relationship') },
  { ...called('country', 'country'), valueAt: linkedValues('country') },
  { ...called('region', 'region|state|province'), valueAt: linkedValues('company.region') },
  { ...called('city', 'city|town'), valueAt: linkedValues('company.city') },
  { ...called('domain', 'domain'), valueAt: anyText },
]

/** How people say what companies are, have and use. */
export const companyPhrases: readonly Parser<Meaning>[] = [
  industry,
  ...technologyPhrases,
  funding,
  relationship,
  ...sizePhrases,
  headcountGrowth,
  hiringVelocity,
  accountPlace,
  comparedColumn(COMPARED, oneOfThem(oneOf)),
  presencePhrase(COLUMNS, ofCompany),
  textColumnPhrase(TEXTS, ofCompany),
  bareColumn,
]
