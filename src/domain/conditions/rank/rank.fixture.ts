import fc from 'fast-check'
import { arbitraryWindow, orderFilter, productFilter } from '../../criteria/pieces.fixture.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { GROUPS, RANK_MEASURES } from './rank-values.ts'

const size = fc.oneof(
  fc.record({ customers: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ percent: fc.constantFrom(0.5, 10, 12.5, 20, 33.33, 50, 100) }),
)
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

/** Ranks by every measure; `among` says who else is ranked. */
export const ranks = (among: fc.Arbitrary<Criteria>): fc.Arbitrary<unknown> =>
  fc
    .record({
      by: fc.constantFrom(...RANK_MEASURES),
      direction: fc.constantFrom('top', 'bottom'),
      size,
      within: rarely(arbitraryWindow),
      where: rarely(orderFilter),
      of: rarely(productFilter),
      per: rarely(fc.constantFrom(...GROUPS)),
      among: fc.option(among, { nil: undefined, freq: 2 }),
    })
    .map(({ by, direction, size: drawn, within, where, of, per, among: group }) => {
      const shared = { by, per, among: group }
      if (by === 'random') return { ...shared, direction: 'top', customers: 3 }
      if (by === 'signed_up') return { ...shared, direction, ...drawn, within }
      const lines = by === 'spend' || by === 'orders' || by === 'quantity'
      return { ...shared, direction, ...drawn, within, where, of: lines ? of : undefined }
    })
