import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCriteria } from '../../criteria/normal.ts'
import { readBack, spokenCounts, spokenOrderFilter, spokenWindow } from '../../language/spoken.fixture.ts'
import type { Condition } from '../index.ts'

test('what is said of orders is read back', () => {
  fc.assert(
    fc.property(
      spokenOrderFilter,
      spokenCounts,
      fc.option(spokenWindow, { nil: undefined }),
      (where, { op, value }, within) => {
        const timed = within === undefined ? {} : { within }
        const condition: Condition = { type: 'orders', measure: 'count', op, value, where, ...timed }
        expect(readBack(condition)).toEqual(normalCriteria(condition))
      },
    ),
    { numRuns: 200 },
  )
})
