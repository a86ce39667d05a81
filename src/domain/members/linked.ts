import { add, type Bitset, bitsetFor, has } from './bitset.ts'
import type { ColumnQueries, RangeBound, SetQuery } from './plan.ts'
import type { Columns } from './reader-messages.ts'

/** Where everybody works: the company of each person, by internal ids; 0 where nobody knows. Threads share it. */
export type Employers = Int32Array

const low: RangeBound = { range: 'low' }
const high: RangeBound = { range: 'high' }
const column = (name: string): SetQuery => ({
  sql: `SELECT ${name} FROM people WHERE company_id IS NOT NULL AND id BETWEEN ? AND ? ORDER BY id`,
  parameters: [low, high],
  cut: { by: 'person' },
})

export const EMPLOYERS: ColumnQueries = [column('id'), column('company_id')]

export function employersIn(pieces: readonly Columns[], highestPerson: number): Employers {
  const employers = new Int32Array(new SharedArrayBuffer(4 * (highestPerson + 1)))
  for (const [people, companies] of pieces) {
    people?.forEach((person, i) => {
      employers[person] = companies?.[i] ?? 0
    })
  }
  return employers
}

/** Everybody who works at one of these companies. */
export function peopleAt(companies: Bitset, employers: Employers): Bitset {
  const people = bitsetFor(employers.length - 1)
  employers.forEach((company, person) => {
    if (company > 0 && has(companies, company)) add(people, person)
  })
  return people
}

/** The companies at which `from` to `to` of these people work. */
export function companiesOf(
  people: Bitset,
  employers: Employers,
  { from, to, highestCompany }: { from: number; to: number; highestCompany: number },
): Bitset {
  if (from <= 0) throw new Error('None of them passes: companies without people would be missing')
  const staff = new Uint32Array(highestCompany + 1)
  employers.forEach((company, person) => {
    if (company > 0 && has(people, person)) staff[company] = (staff[company] ?? 0) + 1
  })
  const companies = bitsetFor(highestCompany)
  staff.forEach((count, company) => {
    if (count >= from && count <= to) add(companies, company)
  })
  return companies
}
