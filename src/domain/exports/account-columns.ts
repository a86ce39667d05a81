import { type Column, figures, texts } from './sheet.ts'

/** What a company is, as it was imported, and the ICP that it scores highest under. */
export const COMPANY_COLUMNS = {
  company_id: texts('c.external_id'),
  name: texts('c.name'),
  domain: texts('c.domain'),
  industry: texts('c.industry'),
  employees: figures('c.employees'),
  revenue: figures('c.revenue'),
  country: texts('c.country'),
  region: texts('c.region'),
  city: texts('c.city'),
  tech_stack: texts('c.tech_stack'),
  funding_stage: texts('c.funding_stage'),
  hiring_velocity: figures('c.hiring_velocity'),
  headcount_growth: figures('c.headcount_growth'),
  relationship: texts('c.relationship'),
  icp_code: texts('icp.code'),
  icp_score: figures('s.icp_score'),
} as const satisfies Readonly<Record<string, Column>>

/** What a person is at work, and the scores of both. */
export const PERSON_COLUMNS = {
  person_id: texts('c.external_id'),
  company_id: texts('w.external_id'),
  company: texts('w.name'),
  title: texts('c.title'),
  seniority: texts('c.seniority'),
  function: texts('c."function"'),
  country: texts('c.country'),
  region: texts('c.region'),
  city: texts('c.city'),
  timezone: texts('c.timezone'),
  years_experience: figures('c.years_experience'),
  years_in_role: figures('c.years_in_role'),
  icp_code: texts('icp.code'),
  icp_score: figures('s.icp_score'),
  persona_code: texts('persona.code'),
  persona_score: figures('s.persona_score'),
} as const satisfies Readonly<Record<string, Column>>

/** Who a person is, and how to reach them: only where that was chosen and confirmed. */
export const PERSON_CONTACTS = {
  email: texts('c.email'),
  phone: texts('c.phone'),
  first_name: texts('c.first_name'),
  last_name: texts('c.last_name'),
} as const satisfies Readonly<Record<string, Column>>
