import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { conditions, definitionOf } from '../conditions/index.ts'
import type { Population } from '../customers/record.ts'
import { aheadOf } from '../time/ahead.ts'
import { arbitraryCompany, type Company } from './company.fixture.ts'
import { arbitraryCondition, arbitraryCriteria } from './criteria.fixture.ts'
import { entityOf } from './entity.ts'
import { holds } from './evaluate.ts'
import { conditionsBehind, criteriaIn } from './expand.ts'
import { insertCompany } from './insert-company.fixture.ts'
import { nextTurn, turningPoints } from './next-turn.ts'
import { contextOf, populationOf, recordsOf } from './readings.fixture.ts'
import { type Criteria, criteriaSchema } from './schema.ts'
import { sqlView } from './sql-view.ts'

const runs = Number(process.env['FC_RUNS'] ?? 1)
const DAY = 86_400
const DAYS = 400

let folder: string
let writer: OpenWriter
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-turns-'))
  writer = openWriter(join(folder, 'muster.db'))
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

/** What depends on others is held still, which SQL can't be told. */
const alone = (criteria: Criteria, company: Company): boolean =>
  conditionsBehind(criteria, criteriaIn(contextOf(company))).every((condition) =>
    condition.type === 'indicator'
      ? !JSON.stringify(contextOf(company).indicator(condition.indicator)).includes('rfm')
      : condition.type !== 'rank' && condition.type !== 'rfm',
  )

/** Instants at which a turn that was missed could show, most of them close to something. */
const samples = (company: Company): readonly number[] => {
  const { now, customers } = company
  const rows = customers.flatMap(({ orders, events, createdAt }) => [
    ...[...orders, ...events].map(({ at }) => at),
    ...(createdAt === null ? [] : [createdAt]),
  ])
  const steps = [0, 1, 7, 14, 28, 29, 30, 31, 60, 61, 90, 91, 92, 180, 181, 182, 183, 184, 364, 365, 366]
  const near = rows.flatMap((at) => steps.flatMap((days) => [-1, 0, 1, 3600].map((s) => at + days * DAY + s)))
  const regular = Array.from({ length: DAYS * 4 }, (_, i) => now + i * 21_600 + 17)
  const ahead = [...near, ...regular].filter((at) => at > now && at <= now + DAYS * DAY)
  return ahead.filter((_, i) => i % Math.ceil(ahead.length / 400) === 0)
}

describe('time alone lets them in and out when it is said to', () => {
  test.for(conditions.map(({ type }) => type))('no turn of %s is missed', (type) => {
    fc.assert(
      fc.property(arbitraryCompany, arbitraryCondition(type), (company, condition) => {
        const ctx = contextOf(company)
        // What stands for other criteria turns when those do, which are looked at by themselves.
        fc.pre(definitionOf(condition).expand?.(condition, ctx) === undefined)
        const population = populationOf(company)
        const ahead = aheadOf(company.now, DAYS, company.zone)
        const times = samples(company).toSorted((a, b) => a - b)
        for (const record of recordsOf(company, entityOf(condition)).slice(0, 3)) {
          const points = [ahead.from, ...turningPoints(condition, record, ctx, ahead)].toSorted(
            (a, b) => a - b,
          )
          const at = (now: number) => holds(condition, record, population, { ...ctx, now })
          const since = (time: number) => points.findLast((point) => point <= time) ?? ahead.from
          const states = new Map(points.map((point) => [point, at(point)]))
          expect(times.filter((time) => at(time) !== states.get(since(time)))).toEqual([])
        }
      }),
      { numRuns: 4 * runs },
    )
  })

  test('at the instant of a turn the printed SQL has other members than the second before, and none earlier', () => {
    let turned = 0
    const ones = fc.oneof(arbitraryCriteria, ...MOVING.map(arbitraryCondition))
    fc.assert(
      fc.property(
        arbitraryCompany,
        ones,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (company, drawn, part) => {
          const criteria = criteriaSchema.parse(drawn)
          fc.pre(alone(criteria, company))
          const ahead = aheadOf(company.now, DAYS, company.zone)
          const [first] = company.customers.flatMap((customer) => {
            const turn = nextTurn(criteria, customer, NOBODY, contextOf(company), ahead)
            return turn === undefined ? [] : [{ id: customer.id, ...turn }]
          })
          if (first === undefined) return
          turned++
          writer.driver.exec('BEGIN')
          try {
            insertCompany(writer, company)
            const isMember = (now: number) =>
              writer.driver
                .prepare<[], number>(sqlView(criteria, { ...contextOf(company), now, factsHold: false }))
                .pluck()
                .all()
                .includes(first.id)
            const earlier = Math.round(company.now + part * (first.at - 1 - company.now))
            const at = [company.now, earlier, first.at - 1, first.at]
            expect(at.map(isMember)).toEqual([!first.holds, !first.holds, !first.holds, first.holds])
            expect(first.because.length).toBeGreaterThan(0)
          } finally {
            writer.driver.exec('ROLLBACK')
          }
        },
      ),
      { numRuns: 60 * runs },
    )
    expect(turned).toBeGreaterThan(3)
  })
})

const NOBODY: Population = { rfm: () => null, rankHolds: () => false }
const MOVING = [
  'anniversary',
  'attribute',
  'orders',
  'purchases',
  'events',
  'sequence',
  'moment',
  'restarted',
  'regular',
  'change',
  'indicator',
] as const
