import type { Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { fence } from '#kernel/untrusted.ts'
import type { CompanyRecord, PersonRecord, SignalRecord } from '../../accounts/record.ts'
import { loadCompany, loadPerson } from '../../accounts/load.ts'
import { loadCustomer } from '../../customers/load.ts'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import type { Entity } from '../../entities/entity.ts'

const MOST_SIGNALS = 12
const MOST_PRODUCTS = 8
const MOST_LETTERS = 300
/** E-mail addresses and phone numbers that stand in other texts. */
const PERSONAL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\+?\d[\d ().-]{6,}\d/gu

/**
 * What a model may know of one record to answer a question: its own facts and signals up to now, one a line, each value
 * fenced. Names, e-mail addresses, phone numbers and streets are not among them. Undefined for a record that is gone.
 */
export function factsOf(
  reader: Reader,
  entity: Entity,
  id: number,
  now: Instant,
): readonly string[] | undefined {
  switch (entity) {
    case 'person': {
      const person = loadPerson(reader, id)
      return person && ofPerson(person, now)
    }
    case 'company': {
      const company = loadCompany(reader, id)
      return company && ofCompany(company, now, '')
    }
    case 'customer': {
      const customer = loadCustomer(reader, id)
      return customer && ofCustomer(customer, now)
    }
  }
}

const ofPerson = ({ text, number, signals, company }: PersonRecord, now: Instant): readonly string[] => [
  ...line('job title', text.title),
  ...line('seniority', text.seniority),
  ...line('job function', text.function),
  ...line('country', text.country),
  ...line('years of experience', number.years_experience),
  ...line('years in the role', number.years_in_role),
  ...signalLines(signals, now, ''),
  ...(company === null ? [] : ofCompany(company, now, 'the company’s ')),
]

const ofCompany = (
  { text, number, technologies, signals }: CompanyRecord,
  now: Instant,
  whose: string,
): readonly string[] => [
  ...line(`${whose}industry`, text.industry),
  ...line(`${whose}country`, text.country),
  ...line(`${whose}employees`, number.employees),
  ...line(`${whose}revenue`, number.revenue),
  ...line(`${whose}funding stage`, text.funding_stage),
  ...line(`${whose}hiring velocity`, number.hiring_velocity),
  ...line(`${whose}headcount growth in the past year`, number.headcount_growth),
  ...line(`${whose}relationship with us`, text.relationship),
  ...line(`${whose}technologies`, technologies.length === 0 ? null : technologies.join(', ')),
  ...signalLines(signals, now, whose),
]

function ofCustomer({ text, orders, interests, tags }: CustomerRecord, now: Instant): readonly string[] {
  const counted = orders.filter(({ status, at }) => status !== 'cancelled' && at <= now)
  const last = counted.toSorted((a, b) => b.at - a.at)[0]
  return [
    ...line('country', text.country),
    ...line('language', text.language),
    ...line('interests', interests.length === 0 ? null : interests.join(', ')),
    ...line('tags', tags.length === 0 ? null : tags.join(', ')),
    ...line('orders', counted.length),
    ...(last === undefined ? [] : [`last order on ${toIso(last.at).slice(0, 10)}`]),
    ...line('bought', productsIn(counted)),
    ...line('codes used', listOf(counted.map(({ code }) => code))),
    ...line('devices used', listOf(counted.map(({ device }) => device))),
  ]
}

const productsIn = (orders: readonly OrderRecord[]): string | null =>
  listOf(orders.flatMap(({ lines }) => lines.map(({ product }) => product.title)))

const listOf = (values: readonly (string | null)[]): string | null => {
  const known = [...new Set(values.filter((value) => value !== null))].slice(0, MOST_PRODUCTS)
  return known.length === 0 ? null : known.join(', ')
}

/** The newest ones first. */
const signalLines = (signals: readonly SignalRecord[], now: Instant, whose: string): readonly string[] =>
  signals
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_SIGNALS)
    .flatMap(({ type, topic, at }) =>
      line(`${whose}signal on ${toIso(at).slice(0, 10)}`, topic === null ? type : `${type}: ${topic}`),
    )

const line = (what: string, value: string | number | null): readonly string[] =>
  value === null || value === ''
    ? []
    : [`${what}: ${typeof value === 'number' ? value : fence(value.replaceAll(PERSONAL, '…'), MOST_LETTERS)}`]
