import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyScores, type ScoreColumns } from './columns.ts'
import type { StoredScore } from './differences.ts'
import { joinOutlooks, outlookOf } from './outlook.ts'

const HIGHEST = 40

/** A row of an ICP 1 or 2, with a persona 3 or 4 or none. */
const row = fc.record({
  icp: fc.constantFrom(1, 2),
  icpScore: fc.integer({ min: 0, max: 100 }),
  inner: fc.option(fc.tuple(fc.constantFrom(3, 4), fc.integer({ min: 0, max: 100 })), { nil: null }),
})
/** By id; some are of records that are gone, behind the highest. */
const rows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: HIGHEST + 5 }), row), { maxLength: 30 })
  .map((all) => new Map(all.toSorted(([a], [b]) => a - b)))
type Rows = ReadonlyMap<number, { icp: number; icpScore: number; inner: readonly [number, number] | null }>

const storedOf = (all: Rows): readonly StoredScore[] =>
  [...all].map(([id, { icp, icpScore, inner }]) => [
    id,
    icp,
    icpScore,
    inner?.[0] ?? null,
    inner?.[1] ?? null,
  ])

function columnsOf(all: Rows): ScoreColumns {
  const columns = emptyScores(HIGHEST)
  for (const [id, { icp, icpScore, inner }] of all) {
    if (id > HIGHEST) continue
    columns.icp.profile[id] = icp
    columns.icp.score[id] = icpScore
    columns.persona.profile[id] = inner?.[0] ?? 0
    columns.persona.score[id] = inner?.[1] ?? 0
  }
  return columns
}

test('an outlook says who has what and who would change, however it is cut', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: HIGHEST }), (before, next, cut) => {
      const now = new Map([...next].filter(([id]) => id <= HIGHEST))
      const columns = columnsOf(now)
      const stored = storedOf(before)
      const part = (low: number, high: number) =>
        outlookOf(
          stored.filter(([id]) => id >= low && id <= high),
          { columns, low, high },
        )
      const outlook = joinOutlooks([part(0, cut), part(cut + 1, Number.MAX_SAFE_INTEGER)])

      expect(outlook.fitted).toBe(now.size)
      const has = (number: number) =>
        [...now.values()].flatMap(({ icp, icpScore, inner }) =>
          icp === number ? [icpScore] : inner?.[0] === number ? [inner[1]] : [],
        )
      for (const { number, records, histogram } of outlook.profiles) {
        expect(records).toBe(has(number).length)
        histogram.forEach((found, step) => {
          const highest = step === 9 ? 100 : 10 * step + 9
          expect(found).toBe(has(number).filter((score) => score >= 10 * step && score <= highest).length)
        })
      }
      expect(outlook.profiles.map(({ number }) => number)).toEqual(
        [1, 2, 3, 4].filter((number) => has(number).length > 0),
      )
      const ids = [...new Set([...before.keys(), ...now.keys()])]
      const differing = (read: (one: ReturnType<typeof now.get>) => unknown) =>
        ids.filter((id) => read(before.get(id)) !== read(now.get(id)))
      const icps = differing((one) => one?.icp)
      const personas = differing((one) => one?.inner?.[0])
      const scores = differing((one) => JSON.stringify([one?.icpScore, one?.inner?.[1]]))
      expect(outlook.change).toEqual({
        icp: icps.length,
        gained: ids.filter((id) => !before.has(id)).length,
        lost: ids.filter((id) => !now.has(id)).length,
        persona: personas.length,
        score: scores.filter((id) => !icps.includes(id) && !personas.includes(id)).length,
      })
    }),
    { numRuns: 200 },
  )
})
