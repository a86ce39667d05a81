import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { query } from '#db/run.ts'
import { add, bitsetFor, ids } from '../members/bitset.ts'
import { currentMembers, storeMembers } from './memberships.ts'

let folder: string
let writer: OpenWriter
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-memberships-'))
  writer = openWriter(join(folder, 'muster.db'))
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const setOf = (members: Iterable<number>) => {
  const set = bitsetFor(20_000)
  for (const id of members) add(set, id)
  return set
}

const store = (segmentId: string, asOf: number, members: Iterable<number>) =>
  writer.transaction(() =>
    storeMembers(writer, { segmentId, version: 1, asOf, members: setOf(members), cause: 'test' }),
  )

const at = (segmentId: string, instant: number) =>
  writer
    .all(
      query
        .selectFrom('memberships')
        .select('customer_id')
        .where('segment_id', '=', segmentId)
        .where('entered_at', '<=', instant)
        .where((eb) => eb.or([eb('left_at', 'is', null), eb('left_at', '>', instant)]))
        .orderBy('customer_id'),
    )
    .map((row) => row.customer_id)

test('intervals tell for every refresh who was in, also when people come back within a minute', () => {
  let runs = 0
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ pause: fc.nat({ max: 2 }), members: fc.uniqueArray(fc.integer({ min: 1, max: 40 })) }),
        { minLength: 1, maxLength: 8 },
      ),
      (refreshes) => {
        const segmentId = `seg_${runs++}`
        let now = 0
        const last = new Map<number, readonly number[]>()
        let before: readonly number[] = []
        for (const { pause, members } of refreshes) {
          now += pause * 60
          const diff = store(segmentId, now, members)
          expect(diff).toEqual({
            members: members.length,
            entered: members.filter((id) => !before.includes(id)).length,
            left: before.filter((id) => !members.includes(id)).length,
          })
          expect([...ids(currentMembers(writer, segmentId))]).toEqual(members.toSorted((a, b) => a - b))
          last.set(now, members)
          before = members
        }
        for (const [instant, members] of last) {
          expect(at(segmentId, instant)).toEqual(members.toSorted((a, b) => a - b))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('time does not run backwards for a segment', () => {
  store('seg_a', 600, [1, 2])
  expect(() => store('seg_a', 540, [1])).toThrow('known as of a later time already')
  expect(at('seg_a', 600)).toEqual([1, 2])
})

test('more members than one statement takes', () => {
  const everybody = Array.from({ length: 12_345 }, (_, i) => i + 1)
  expect(store('seg_a', 0, everybody)).toEqual({ members: 12_345, entered: 12_345, left: 0 })
  expect(store('seg_a', 60, everybody.slice(100))).toEqual({ members: 12_245, entered: 0, left: 100 })
})
