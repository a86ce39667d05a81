import { expect, test } from 'vitest'
import { entityOf } from './entity.ts'
import type { Criteria } from './schema.ts'

const SAAS: Criteria = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' }
const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }

test('criteria are over what their conditions are asked of', () => {
  expect(entityOf({ all: [BUYERS, { none: [BUYERS] }] })).toBe('customer')
  expect(entityOf({ none: [{ any: [SAAS] }] })).toBe('company')
})

test('different ones in one tree are refused, with the place and the way out', () => {
  const mixed: Criteria = { all: [SAAS, { none: [BUYERS] }] }
  expect(() => entityOf(mixed)).toThrowError(
    expect.objectContaining({
      code: 'input',
      message: 'These criteria mix companies and customers: orders asks about customers',
      next: 'Count companies and customers one after the other.',
      path: ['all', 1, 'none', 0],
    }),
  )
})
