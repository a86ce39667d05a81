import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryCompany, type Company } from '../../criteria/company.fixture.ts'
import { holds } from '../../criteria/evaluate.ts'
import { type Occupied, openOccupied } from '../../criteria/occupied.fixture.ts'
import { contextOf, populationOf, recordsOf } from '../../criteria/readings.fixture.ts'
import type { Entity } from '../../entities/entity.ts'
import type { RecordOf } from '../../entities/record.ts'
import type { ScoreColumns } from './columns.ts'
import { bestOf } from './one.ts'
import { arbitraryQualifying } from './profiles.fixture.ts'
import type { IcpEntity, Qualifying } from './qualifying.ts'

let place: Occupied

beforeAll(() => {
  place = openOccupied()
})
afterAll(() => place.close())

/** ICP, its score, persona and its score; 0 for none. */
type Row = readonly [icp: number, icpScore: number, persona: number, personaScore: number]

function inMemory(company: Company, entity: Entity, { icps }: Qualifying): readonly Row[] {
  const [population, ctx] = [populationOf(company), contextOf(company)]
  const reading = (record: RecordOf[Entity]) => (criteria: Parameters<typeof holds>[0]) =>
    holds(criteria, record, population, ctx)
  return recordsOf(company, entity).map((record) => {
    const qualifies = 'company' in record ? record.company : record
    const icp = qualifies === null ? null : bestOf(icps, reading(qualifies))
    if (icp === null) return [0, 0, 0, 0]
    const personas = icps.find(({ number }) => number === icp.number)?.personas ?? []
    const persona = entity === 'company' ? null : bestOf(personas, reading(record))
    return [icp.number, icp.score, persona?.number ?? 0, persona?.score ?? 0]
  })
}

const setWise = (company: Company, entity: Entity, { icp, persona }: ScoreColumns): readonly Row[] =>
  recordsOf(company, entity).map(({ id }) => [
    icp.profile[id] ?? 0,
    icp.score[id] ?? 0,
    persona.profile[id] ?? 0,
    persona.score[id] ?? 0,
  ])

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
        for (const { entity: of, columns, everyone } of scored) {
          expect(everyone).toBe(recordsOf(company, of).length)
          expect(setWise(company, of, columns)).toEqual(inMemory(company, of, qualifying))
        }
      }),
      { numRuns },
    )
  },
)
