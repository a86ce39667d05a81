import type { Writer } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import type { SignalRecord } from '../accounts/record.ts'
import type { Accounts } from './accounts.fixture.ts'
import { SIGNAL_NAMES } from '../signals/known.ts'
import { insertRow } from './insert-row.fixture.ts'

const key = (text: string | null) => (text === null ? null : foldText(text))

/** Puts companies, people and signals into an empty database, by none of the code that imports run. */
export function insertAccounts(writer: Writer, { companies, people }: Accounts): void {
  let signals = 0
  for (const [name, { key: type, strength, halfLife }] of SIGNAL_NAMES) {
    insertRow(writer, 'signal_types', { name, type, strength, half_life: halfLife })
  }
  const insertSignals = (rows: readonly SignalRecord[], of: { company: number } | { person: number }) => {
    for (const { type, topic, at, strength } of rows) {
      insertRow(writer, 'signals', {
        external_id: `S${signals++}`,
        type,
        type_key: foldText(type),
        topic,
        topic_key: key(topic),
        company_id: 'company' in of ? of.company : null,
        person_id: 'person' in of ? of.person : null,
        occurred_at: at,
        strength,
        source: null,
      })
    }
  }
  for (const { id, externalId, text, number, technologies, signals: rows } of companies) {
    insertRow(writer, 'companies', {
      id,
      external_id: externalId,
      ...text,
      ...number,
      tech_stack: technologies.length === 0 ? null : technologies.join('|'),
      name_key: key(text.name),
      domain_key: key(text.domain),
      industry_key: key(text.industry),
      country_key: key(text.country),
      region_key: key(text.region),
      city_key: key(text.city),
      funding_stage_key: key(text.funding_stage),
    })
    for (const label of technologies) {
      insertRow(writer, 'company_technologies', { key: foldText(label), company_id: id, label })
    }
    insertSignals(rows, { company: id })
  }
  for (const { id, externalId, text, number, signals: rows, company } of people) {
    insertRow(writer, 'people', {
      id,
      external_id: externalId,
      company_id: company?.id ?? null,
      ...text,
      ...number,
      email_key: key(text.email),
      title_key: key(text.title),
      seniority_key: key(text.seniority),
      function_key: key(text.function),
      country_key: key(text.country),
      region_key: key(text.region),
      city_key: key(text.city),
      timezone_key: key(text.timezone),
    })
    insertSignals(rows, { person: id })
  }
}
