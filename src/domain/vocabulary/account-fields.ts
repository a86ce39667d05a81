import type { DictionaryField } from './dictionary.ts'
import type { FieldInfo } from './vocabulary.ts'

type AccountField = Pick<FieldInfo, 'name' | 'label' | 'type'> & {
  /** The list of its values, where it has one. */
  readonly values?: DictionaryField
}

const field = (
  name: string,
  label: string,
  type: FieldInfo['type'],
  values?: DictionaryField,
): AccountField => ({ name, label, type, ...(values === undefined ? {} : { values }) })

/** What criteria can ask of a company. */
export const COMPANY_FIELD_INFOS: readonly AccountField[] = [
  field('company.name', 'company name', 'text', 'company.name'),
  field('company.domain', 'company domain', 'text'),
  field('company.industry', 'industry', 'text', 'company.industry'),
  field('company.employees', 'number of employees', 'number'),
  field('company.revenue', 'company revenue', 'money'),
  field('company.country', 'country of the company', 'text', 'company.country'),
  field('company.region', 'region of the company', 'text', 'company.region'),
  field('company.city', 'city of the company', 'text', 'company.city'),
  field('company.tech_stack', 'technologies used', 'list', 'company.technology'),
  field('company.funding_stage', 'funding stage', 'text', 'company.funding_stage'),
  field('company.hiring_velocity', 'hiring velocity', 'number'),
  field('company.headcount_growth', 'headcount growth, as a fraction', 'number'),
  field('company.relationship', 'relationship with us', 'text', 'company.relationship'),
]

/** What criteria can ask of a person who works at a company. */
export const PERSON_FIELD_INFOS: readonly AccountField[] = [
  field('person.title', 'job title', 'text', 'person.title'),
  field('person.seniority', 'seniority', 'text', 'person.seniority'),
  field('person.function', 'job function', 'text', 'person.function'),
  field('person.country', 'country of the person', 'text', 'person.country'),
  field('person.region', 'region of the person', 'text', 'person.region'),
  field('person.city', 'city of the person', 'text', 'person.city'),
  field('person.timezone', 'time zone of the person', 'text', 'person.timezone'),
  field('person.years_experience', 'years of experience', 'number'),
  field('person.years_in_role', 'years in the role', 'number'),
  field('person.email', 'e-mail address of the person', 'text'),
  field('person.phone', 'phone number of the person', 'text'),
  field('person.company', 'employer of the person', 'text'),
]

/** Dated facts about companies and people. */
export const SIGNAL_FIELD_INFOS: readonly AccountField[] = [
  field('signal.type', 'type of signal', 'text', 'signal.type'),
  field('signal.topic', 'topic of a signal', 'text', 'signal.topic'),
]
