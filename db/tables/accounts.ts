/** The wholesale side: companies, the people who work there, and signals about both. */
import type { Generated } from 'kysely'

export interface CompaniesTable {
  id: Generated<number>
  external_id: string
  name: string | null
  domain: string | null
  industry: string | null
  employees: number | null
  revenue: number | null
  country: string | null
  region: string | null
  city: string | null
  tech_stack: string | null
  funding_stage: string | null
  hiring_velocity: number | null
  headcount_growth: number | null
  relationship: string | null
  name_key: string | null
  domain_key: string | null
  industry_key: string | null
  country_key: string | null
  region_key: string | null
  city_key: string | null
  funding_stage_key: string | null
}

export interface CompanyTechnologiesTable {
  key: string
  company_id: number
  label: string
}

export interface PeopleTable {
  id: Generated<number>
  external_id: string
  company_id: number | null
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  title: string | null
  seniority: string | null
  function: string | null
  country: string | null
  region: string | null
  city: string | null
  timezone: string | null
  years_experience: number | null
  years_in_role: number | null
  email_key: string | null
  title_key: string | null
  seniority_key: string | null
  function_key: string | null
  country_key: string | null
  region_key: string | null
  city_key: string | null
  timezone_key: string | null
}

export interface SignalsTable {
  id: Generated<number>
  external_id: string
  type: string
  topic: string | null
  company_id: number | null
  person_id: number | null
  occurred_at: number
  strength: number | null
  source: string | null
  type_key: string | null
  topic_key: string | null
  /** When it came; null for those that were here before that was kept. */
  arrived_at: number | null
}

/** The registry of signal types, by every name that data has for them. */
export interface SignalTypesTable {
  /** Folded. */
  name: string
  /** The key of the type. */
  type: string
  strength: number
  /** Days. */
  half_life: number
}
