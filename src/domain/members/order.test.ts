import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, bitsetFor, has } from './bitset.ts'
import { membersBehind, orderOf, withRanked } from './order.ts'

/** Customers with ids from 1; null: no value. */
const company = fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }), {
  minLength: 1,
  maxLength: 80,
})

test('pages of any size, one behind the other, hold every member once and in order', () => {
  fc.assert(
    fc.property(
      company,
      fc.infiniteStream(fc.boolean()),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('asc' as const, 'desc' as const),
      (values, chance, most, direction) => {
        const rows = values.flatMap((value, i) => (value === null ? [] : [{ id: i + 1, value }]))
        const columns = {
          ids: Float64Array.from(rows, ({ id }) => id),
          values: Float64Array.from(rows, ({ value }) => value),
        }
        const order = withRanked(orderOf(columns), values.length)
        const members = bitsetFor(values.length)
        for (let id = 1; id <= values.length; id++) if (chance.next().value === true) add(members, id)

        const found: number[] = []
        for (;;) {
          const last = found.at(-1)
          const value = last === undefined ? null : (values[last - 1] ?? null)
          const from =
            last === undefined
              ? ({ kind: 'start' } as const)
              : value === null
                ? ({ kind: 'unranked', id: last } as const)
                : ({ kind: 'ranked', id: last, value } as const)
          const page = membersBehind(members, order, { direction, from, most })
          found.push(...page)
          if (page.length < most) break
        }

        const ranked = rows
          .filter(({ id }) => has(members, id))
          .toSorted((a, b) => a.value - b.value || a.id - b.id)
        const unranked = values.flatMap((value, i) => (value === null && has(members, i + 1) ? [i + 1] : []))
        const inOrder = direction === 'asc' ? ranked : ranked.toReversed()
        expect(found).toEqual([...inOrder.map(({ id }) => id), ...unranked])
      },
    ),
    { numRuns: 300 },
  )
})
