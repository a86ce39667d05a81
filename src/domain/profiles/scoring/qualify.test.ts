import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, type Bitset, bitsetFor, has } from '../../members/bitset.ts'
import { scoreOf } from '../score.ts'
import { emptyScores } from './columns.ts'
import type { Gradable } from './gradable.ts'
import { grade } from './grade.ts'
import { gradeIcp, gradePersonas } from './qualify.ts'

const HIGHEST = 70
const everyId = Array.from({ length: HIGHEST }, (_, i) => i + 1)
const setOf = (ids: readonly number[]): Bitset => {
  const set = bitsetFor(HIGHEST)
  for (const id of ids) add(set, id)
  return set
}

const someIds = fc.subarray(everyId)
/** Shorter than others where its last ids are missing, as a set may be. */
const someSet = someIds.map((ids) => {
  const set = bitsetFor(ids.at(-1) ?? 0)
  for (const id of ids) add(set, id)
  return set
})
const band = fc.record({ members: someSet, credit: fc.integer({ min: 1, max: 100 }) })
const profileParts = fc.record({
  fit: fc.option(someSet, { nil: null }),
  scored: fc.array(
    fc.record({
      weight: fc.constantFrom(1, 2, 3, 1000),
      bands: fc.array(band, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
})
type Parts = Omit<Gradable<Bitset>, 'number'>
/** Not in the order of their numbers: who made them first does not depend on who is asked first. */
const profiles = fc
  .array(profileParts, { maxLength: 4 })
  .chain((parts) =>
    fc
      .shuffledSubarray([1, 2, 3, 70_000], { minLength: parts.length, maxLength: parts.length })
      .map((numbers) => parts.map((part, i) => ({ ...part, number: numbers[i] ?? 0 }))),
  )

/** Of one record, by DESIGN’s words; null where it does not fit. */
function scoreAlone({ fit, scored }: Parts, id: number): number | null {
  if (fit !== null && !has(fit, id)) return null
  const held = scored.map(({ weight, bands }) => ({
    weight,
    credit: bands.find(({ members }) => has(members, id))?.credit ?? 0,
  }))
  return scoreOf(
    held.reduce((sum, { weight, credit }) => sum + weight * credit, 0),
    held.reduce((sum, { weight }) => sum + weight, 0),
  )
}

function bestAlone(list: readonly Gradable<Bitset>[], id: number): readonly [number: number, score: number] {
  const fitting = list.flatMap((profile): [number, number][] => {
    const score = scoreAlone(profile, id)
    return score === null ? [] : [[profile.number, score]]
  })
  return fitting.toSorted(([a, one], [b, other]) => other - one || a - b)[0] ?? [0, 0]
}

test('a profile held against all at once scores each as if it was alone', () => {
  fc.assert(
    fc.property(profileParts, someIds, (parts, among) => {
      const { fit, scores } = grade({ ...parts, number: 1 }, setOf(among))
      for (const id of everyId) {
        const alone = among.includes(id) ? scoreAlone(parts, id) : null
        expect(has(fit, id)).toBe(alone !== null)
        expect(alone === null ? null : scores[id]).toBe(alone)
      }
    }),
    { numRuns: 200 },
  )
})

test('each record has the ICP under which it scores highest, the older one of equals, and its best persona inside', () => {
  const employment = fc.array(fc.integer({ min: 0, max: HIGHEST }), {
    minLength: HIGHEST + 1,
    maxLength: HIGHEST + 1,
  })
  fc.assert(
    fc.property(profiles, profiles, employment, fc.boolean(), (icps, personas, employment, people) => {
      const companies = emptyScores(HIGHEST)
      for (const icp of icps) gradeIcp({ icp, everyone: setOf(everyId), into: companies.icp })
      const employers = people ? Int32Array.from([0, ...employment.slice(1)]) : null
      const into = people ? emptyScores(HIGHEST) : companies
      // The first ICP has personas, the others have none.
      for (const [i, { number }] of icps.entries()) {
        const inside = i === 0 ? personas : []
        gradePersonas({ icp: number, personas: inside, employers, icps: companies.icp, into })
      }
      for (const id of everyId) {
        expect([companies.icp.profile[id], companies.icp.score[id]]).toEqual(bestAlone(icps, id))
        const of = employers === null ? id : (employers[id] ?? 0)
        const icp = of === 0 ? [0, 0] : bestAlone(icps, of)
        expect([into.icp.profile[id], into.icp.score[id]]).toEqual(icp)
        expect([into.persona.profile[id], into.persona.score[id]]).toEqual(
          icp[0] !== 0 && icp[0] === icps[0]?.number ? bestAlone(personas, id) : [0, 0],
        )
      }
    }),
    { numRuns: 200 },
  )
})

test('fifty parameters of the highest weight add up', () => {
  const all = setOf(everyId)
  const scored = Array.from({ length: 50 }, () => ({
    weight: 1000,
    bands: [{ members: all, credit: 100 }],
  }))
  const none = { weight: 1000, bands: [{ members: bitsetFor(0), credit: 100 }] }
  expect(grade({ number: 1, fit: null, scored }, all).scores[HIGHEST]).toBe(100)
  expect(grade({ number: 1, fit: null, scored: [...scored.slice(25), none] }, all).scores[1]).toBe(96)
})
