import { query, type Reader } from '#db/run.ts'
import type { CompaniesTable, PeopleTable } from '#db/schema.ts'
import type { Selectable } from 'kysely'
import { loadAnswers } from '../profiles/questions/answers-of.ts'
import { loadScore } from '../profiles/score-of.ts'
import type { CompanyRecord, PersonRecord, SignalRecord } from './record.ts'

/** One company with its people, its signals and theirs; undefined when there is none with this internal id. */
export const loadCompany = (reader: Reader, id: number): CompanyRecord | undefined =>
  reader.snapshot(() => {
    const row = reader.get(query.selectFrom('companies').selectAll().where('id', '=', id))
    if (row === undefined) return undefined
    const people: PersonRecord[] = []
    const company: CompanyRecord = {
      id,
      externalId: row.external_id,
      text: textsOf(row),
      number: {
        employees: row.employees,
        revenue: row.revenue,
        hiring_velocity: row.hiring_velocity,
        headcount_growth: row.headcount_growth,
      },
      technologies: technologiesOf(reader, id),
      signals: signalsOf(reader, 'company_id', id),
      people,
      score: loadScore(reader, 'company', id),
      answers: loadAnswers(reader, 'company', id),
    }
    const rows = reader.all(query.selectFrom('people').selectAll().where('company_id', '=', id).orderBy('id'))
    people.push(...rows.map((person) => personOf(reader, person, company)))
    return company
  })

/** One person, with the company that they work at; undefined when there is none with this internal id. */
export const loadPerson = (reader: Reader, id: number): PersonRecord | undefined =>
  reader.snapshot(() => {
    const row = reader.get(query.selectFrom('people').selectAll().where('id', '=', id))
    if (row === undefined) return undefined
    const company = row.company_id === null ? undefined : loadCompany(reader, row.company_id)
    return company?.people.find((person) => person.id === id) ?? personOf(reader, row, null)
  })

const textsOf = (row: Selectable<CompaniesTable>): CompanyRecord['text'] => ({
  name: row.name,
  domain: row.domain,
  industry: row.industry,
  country: row.country,
  region: row.region,
  city: row.city,
  funding_stage: row.funding_stage,
  relationship: row.relationship,
})

const personOf = (
  reader: Reader,
  row: Selectable<PeopleTable>,
  company: CompanyRecord | null,
): PersonRecord => ({
  id: row.id,
  externalId: row.external_id,
  text: {
    email: row.email,
    phone: row.phone,
    first_name: row.first_name,
    last_name: row.last_name,
    title: row.title,
    seniority: row.seniority,
    function: row.function,
    country: row.country,
    region: row.region,
    city: row.city,
    timezone: row.timezone,
  },
  number: { years_experience: row.years_experience, years_in_role: row.years_in_role },
  signals: signalsOf(reader, 'person_id', row.id),
  company,
  score: loadScore(reader, 'person', row.id),
  answers: loadAnswers(reader, 'person', row.id),
})

const technologiesOf = (reader: Reader, id: number): readonly string[] =>
  reader
    .all(query.selectFrom('company_technologies').select('label').where('company_id', '=', id).orderBy('key'))
    .map(({ label }) => label)

const signalsOf = (reader: Reader, of: 'company_id' | 'person_id', id: number): readonly SignalRecord[] =>
  reader.all(
    query
      .selectFrom('signals')
      .select(['type', 'topic', 'occurred_at as at', 'strength'])
      .where(of, '=', id)
      .orderBy('occurred_at')
      .orderBy('id'),
  )
