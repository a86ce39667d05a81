import { query, type Reader } from '#db/run.ts'
import type { DeliveryRow } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import type { RoutedField } from './destination.ts'

/**
 * What a webhook is told: which rule, which record, by the id that it was imported with, and the fields that were
 * confirmed, as they are now. Undefined for a record that is gone.
 */
export function deliveryBody(
  reader: Reader,
  { id, rule_id, entity, record_id, created_at }: DeliveryRow,
  fields: readonly RoutedField[],
): string | undefined {
  const rule = reader.get(query.selectFrom('routing_rules').select('name').where('id', '=', rule_id))
  const record = entity === 'company' ? companyRow(reader, record_id) : personRow(reader, record_id)
  if (rule === undefined || record === undefined) return undefined
  const { external_id, ...known } = record
  const told = new Map<string, string | number | null>(Object.entries(known))
  return JSON.stringify({
    delivery: id,
    rule: { id: rule_id, name: rule.name },
    at: toIso(created_at),
    [entity]: {
      id: external_id,
      ...Object.fromEntries(fields.map((field) => [field, told.get(field) ?? null])),
    },
  })
}

const companyRow = (reader: Reader, id: number) =>
  reader.get(
    query
      .selectFrom('companies as c')
      .leftJoin('scores as s', (join) =>
        join.on('s.entity', '=', 'company').onRef('s.record_id', '=', 'c.id'),
      )
      .leftJoin('profiles as icp', 'icp.number', 's.icp')
      .select(['c.external_id', 'c.name', 'c.domain', 'c.country', 'icp.code as icp_code', 's.icp_score'])
      .where('c.id', '=', id),
  )

const personRow = (reader: Reader, id: number) =>
  reader.get(
    query
      .selectFrom('people as p')
      .leftJoin('companies as c', 'c.id', 'p.company_id')
      .leftJoin('scores as s', (join) => join.on('s.entity', '=', 'person').onRef('s.record_id', '=', 'p.id'))
      .leftJoin('profiles as icp', 'icp.number', 's.icp')
      .leftJoin('profiles as persona', 'persona.number', 's.persona')
      .select([
        'p.external_id',
        'c.name as company',
        'p.title',
        'p.seniority',
        'p.function',
        'p.country',
        'icp.code as icp_code',
        's.icp_score',
        'persona.code as persona_code',
        's.persona_score',
        'p.email',
        'p.phone',
        'p.first_name',
        'p.last_name',
      ])
      .where('p.id', '=', id),
  )
