import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { CompanyRecord, PersonRecord } from '../accounts/record.ts'
import type { CustomerRecord } from '../customers/record.ts'
import type { Entity } from './entity.ts'
import type { RecordOf } from './record.ts'

/** When everything happened that is known of one customer, company or person, in the tables that are asked. */
export function datedRows(record: RecordOf[Entity], sources: readonly Source[]): readonly Instant[] {
  if ('orders' in record) return customerRows(record, sources)
  return 'people' in record ? companyRows(record) : personRows(record)
}

const customerRows = (
  { orders, events, createdAt, memberships, exports }: CustomerRecord,
  sources: readonly Source[],
) => [
  ...(sources.includes('orders') ? orders.map(({ at }) => at) : []),
  ...(sources.includes('events') ? events.map(({ at }) => at) : []),
  ...(sources.includes('memberships')
    ? memberships.flatMap(({ from, left }) => [from, ...(left === null ? [] : [left])])
    : []),
  ...(sources.includes('exports') ? exports.map(({ at }) => at) : []),
  ...(sources.includes('customers') && createdAt !== null ? [createdAt] : []),
]

const companyRows = ({ signals, people }: CompanyRecord): readonly Instant[] =>
  [...signals, ...people.flatMap((person) => person.signals)].map(({ at }) => at)

const personRows = ({ signals, company }: PersonRecord): readonly Instant[] => [
  ...signals.map(({ at }) => at),
  ...(company === null ? [] : companyRows(company)),
]
