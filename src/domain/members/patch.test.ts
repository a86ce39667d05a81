import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ids } from './bitset.ts'
import { joinParts, partOf } from './parts.ts'
import { applyPatch, readPatch } from './patch.ts'
import { patchSteps } from './steps.ts'

/** Over a few pieces of ids; a set is known of an earlier state, when there may have been fewer. */
const id = fc.integer({ min: 1, max: 90_000 })
const state = fc.record({
  before: fc.uniqueArray(id, { maxLength: 40 }),
  joined: fc.uniqueArray(id, { maxLength: 20 }),
  left: fc.nat(20),
  /** Many of a piece make it be read whole. */
  touched: fc.constantFrom(0, 3, 6000),
})

test('a set patched with who changed is the set read anew', () => {
  fc.assert(
    fc.property(state, ({ before, joined, left, touched }) => {
      const gone = before.slice(0, left)
      const now = [...new Set([...before.slice(left), ...joined])].toSorted((a, b) => a - b)
      const others = Array.from({ length: touched }, (_, n) => 40_000 + n)
      const changed = [...new Set([...gone, ...joined, ...others])].toSorted((a, b) => a - b)
      const highestIds = { customer: Math.max(0, ...now), company: 0, person: 0 }
      const steps = patchSteps(
        {
          whole: {
            sql: 'whole',
            parameters: [{ range: 'low' }, { range: 'high' }],
            cut: { by: 'customer' },
          },
          some: { sql: 'some', parameters: [] },
          since: 1,
        },
        highestIds,
      )
      const size = Math.max(highestIds.customer, ...before) / 32 + 1
      const members = joinParts([partOf(before, 0)], Math.floor(size))
      for (const step of steps) {
        const patch = readPatch(
          step,
          () => changed,
          ({ sql, parameters }) => {
            if (sql === 'whole') {
              const [low, high] = parameters.map(Number)
              return now.filter((one) => one >= Number(low) && one <= Number(high))
            }
            const among: number[] = JSON.parse(String(parameters[0]))
            return now.filter((one) => among.includes(one))
          },
        )
        applyPatch(members, step, patch)
      }
      expect([...ids(members)]).toEqual(now)
    }),
    { numRuns: 200 },
  )
})
