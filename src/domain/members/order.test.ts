import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderColumns, PIECE } from '../purchases/columns.ts'
import { add, bitsetFor, has } from './bitset.ts'
import { type Order, type OrderBy, membersBehind, orderBy } from './order.ts'

/** Customers with ids from 1; null: no value. */
const company = fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }), {
  minLength: 1,
  maxLength: 80,
})

/** Whoever has a value ordered last then, once; the others never did. */
function purchasesOf(values: readonly (number | null)[]) {
  const piece = orderColumns(0)
  values.forEach((value, i) => {
    piece.orders[i + 1] = value === null ? 0 : 1
    piece.spent[i + 1] = Math.abs(value ?? 0)
    piece.lastAt[i + 1] = value ?? 0
  })
  return piece
}

/** Compared as bytes: tens of thousands of numbers each. */
const isSame = (a: Order, b: Order): boolean =>
  (['ids', 'values', 'ranked'] as const).every((part) => {
    const [x, y] = [a[part], b[part]].map(({ buffer }) => Buffer.from(buffer))
    return x !== undefined && y !== undefined && x.equals(y)
  })

test('an order is the same whether it is made of another one or from the start', () => {
  fc.assert(
    fc.property(
      company,
      company,
      fc.boolean(),
      fc.constantFrom<OrderBy>('orders', 'spent', 'lastAt'),
      (before, after, wider, by) => {
        const columns = [purchasesOf(after), ...(wider ? [orderColumns(PIECE)] : [])]
        const earlier = orderBy(by, [purchasesOf(before)])
        const anew = orderBy(by, columns)
        expect(isSame(orderBy(by, columns, earlier), anew)).toBe(true)
        expect(isSame(orderBy(by, [purchasesOf(before)], anew), earlier)).toBe(true)
      },
    ),
    { numRuns: 40 },
  )
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
        const order = orderBy('lastAt', [purchasesOf(values)])
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
    { numRuns: 200 },
  )
})
