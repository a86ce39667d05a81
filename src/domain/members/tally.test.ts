import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, bitsetFor } from './bitset.ts'
import type { SetQuery } from './plan.ts'
import { joinTallies, tallyOf, tallySteps } from './tally.ts'

const query: SetQuery = {
  sql: 'rows',
  parameters: [{ range: 'low' }, { range: 'high' }],
  cut: { by: 'customer' },
}

test('rows of members are summed by key, whatever pieces they are read in', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom('a', 'b', null), fc.integer())
  const id = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(fc.array(row), fc.array(id), (rows, members) => {
      const set = bitsetFor(100_000)
      for (const each of members) add(set, each)
      const results = tallySteps(query, set, { customer: 100_000, company: 0, person: 0 }).map((step) => {
        if (step.kind !== 'tally') throw new Error('another kind of step')
        const [low, high] = step.statement.parameters.map(Number)
        const inside = rows.filter(([one]) => one >= (low ?? 0) && one <= (high ?? 0))
        return { kind: 'tally', tally: tallyOf(inside, step.members) } as const
      })
      const wanted = new Set(members)
      const expected = ['a', 'b', null].flatMap((key) => {
        const mine = rows.filter(([one, its]) => its === key && wanted.has(one))
        const amount = mine.reduce((sum, [, , each]) => sum + each, 0)
        return mine.length === 0 ? [] : [{ key, rows: mine.length, amount }]
      })
      const order = (a: { key: string | null }, b: { key: string | null }) =>
        String(a.key) < String(b.key) ? -1 : 1
      expect(joinTallies(results).toSorted((a, b) => (String(a.key) < String(b.key) ? -1 : 1))).toEqual(
        expected.toSorted(order),
      )
    }),
  )
})

test('a query that is not cut by customer can’t be held against members', () => {
  expect(() =>
    tallySteps({ ...query, cut: { by: 'none' } }, bitsetFor(1), { customer: 1, company: 0, person: 0 }),
  ).toThrow('cut by customer')
})
