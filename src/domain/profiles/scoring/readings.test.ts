import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryCompany, type Company } from '../../criteria/company.fixture.ts'
import { type Occupied, openOccupied } from '../../criteria/occupied.fixture.ts'
import { contextOf, populationOf, recordsOf } from '../../criteria/readings.fixture.ts'
import { scoreIn, type StoredScore } from './differences.ts'
import { holdsFor, rowsOf, type ScoredRecord } from './one.ts'
import { arbitraryQualifying } from './profiles.fixture.ts'
import type { IcpEntity, Qualifying } from './qualifying.ts'

let place: Occupied

beforeAll(() => {
  place = openOccupied()
})
afterAll(() => place.close())

type Row = StoredScore | undefined

/** By rows of companies, people of whom nobody knows where they work left out. */
function inMemory(company: Company, qualifying: Qualifying): readonly ScoredRecord[] {
  const [population, ctx] = [populationOf(company), contextOf(company)]
  const records = qualifying.entity === 'company' ? (company.companies ?? []) : company.customers
  return records.flatMap((record) => rowsOf(qualifying, record, (one) => holdsFor(one, population, ctx)))
}

test.for<readonly [IcpEntity, number]>([
  ['company', 40],
  ['customer', 20],
])(
  'everybody at once scores as each one alone in memory: ICPs over the entity %s',
  async ([entity, numRuns]) => {
    await fc.assert(
      fc.asyncProperty(arbitraryCompany, arbitraryQualifying(entity), async (company, qualifying) => {
        place.moveIn(company)
        const { scored } = await place.members.qualify(qualifying, { asOf: company.now })
        expect(scored.map(({ entity }) => entity)).toEqual(
          entity === 'company' ? ['company', 'person'] : ['customer'],
        )
        const alone = inMemory(company, qualifying)
        for (const { entity: of, columns, everyone } of scored) {
          expect(everyone).toBe(recordsOf(company, of).length)
          const rows = new Map<number, Row>(
            alone.filter((one) => one.entity === of).map(({ id, row }) => [id, row]),
          )
          for (const { id } of recordsOf(company, of)) expect(scoreIn(columns, id)).toEqual(rows.get(id))
        }
      }),
      { numRuns },
    )
  },
)
