import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SetQuery } from './plan.ts'
import { columnSteps, idSteps } from './steps.ts'

const ids = (customer: number) => ({ customer, company: 0, person: 0 })
const query = (cut: SetQuery['cut']): SetQuery => ({
  sql: 'SELECT …',
  parameters: ['x', { range: 'low' }, 5, { range: 'high' }],
  cut,
})
const ranges = (cut: SetQuery['cut'], highestId = 0) =>
  idSteps(query(cut), ids(highestId))
    .flatMap((step) => (step.kind === 'ids' ? [step.statement] : []))
    .map(({ parameters }) => [Number(parameters[1]), Number(parameters[3])] as const)
    .toSorted(([a], [b]) => a - b)

const meet = (pieces: readonly (readonly [number, number])[]) =>
  pieces.every(([low, high], i) => low <= high && (i === 0 || low === (pieces[i - 1]?.[1] ?? 0) + 1))

test('customers are cut at words, without a gap, with an open end', () => {
  fc.assert(
    fc.property(fc.nat(3_000_000), (highest) => {
      const steps = idSteps(query({ by: 'customer' }), ids(highest))
      const pieces = ranges({ by: 'customer' }, highest)
      expect(meet(pieces)).toBe(true)
      expect(pieces[0]?.[0]).toBe(0)
      expect(pieces.at(-1)?.[1]).toBe(Number.MAX_SAFE_INTEGER)
      expect(steps.every((step) => step.kind === 'ids' && step.low % 32 === 0)).toBe(true)
    }),
  )
})

test('time is cut without a gap and without too many pieces', () => {
  const span = fc.tuple(fc.nat(2_000_000_000), fc.nat(1_000_000_000))
  fc.assert(
    fc.property(span, ([from, length]) => {
      const pieces = ranges({ by: 'time', from, to: from + length })
      expect(meet(pieces)).toBe(true)
      expect(pieces[0]?.[0]).toBe(from)
      expect(pieces.at(-1)?.[1]).toBe(from + length)
      expect(pieces.length).toBeLessThanOrEqual(64)
    }),
  )
})

test('time that ends before it begins has no pieces', () => {
  expect(ranges({ by: 'time', from: 10, to: 9 })).toEqual([])
})

test('what can’t be cut is one step with its own parameters', () => {
  const uncut: SetQuery = { sql: 'SELECT 1', parameters: ['x', null], cut: { by: 'none' } }
  expect(idSteps(uncut, ids(1_000_000))).toEqual([
    { kind: 'ids', statement: { sql: 'SELECT 1', parameters: ['x', null] }, low: 0 },
  ])
})

test('columns are cut like ids', () => {
  const totals: SetQuery = { sql: 'SELECT total …', parameters: [{ range: 'high' }], cut: { by: 'customer' } }
  expect(columnSteps([query({ by: 'customer' }), totals], ids(40_000))).toEqual([
    {
      kind: 'columns',
      statements: [
        { sql: 'SELECT …', parameters: ['x', 0, 5, 32_767] },
        { sql: 'SELECT total …', parameters: [32_767] },
      ],
    },
    {
      kind: 'columns',
      statements: [
        { sql: 'SELECT …', parameters: ['x', 32_768, 5, Number.MAX_SAFE_INTEGER] },
        { sql: 'SELECT total …', parameters: [Number.MAX_SAFE_INTEGER] },
      ],
    },
  ])
})
