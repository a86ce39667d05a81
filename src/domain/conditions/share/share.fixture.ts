import fc from 'fast-check'
import { arbitraryWindow, comparison, orderFilter, productFilter } from '../../criteria/pieces.fixture.ts'

export const shares: fc.Arbitrary<unknown> = fc
  .record({
    test: comparison(fc.constantFrom(0, 20, 25, 33.33, 50, 66.67, 100)),
    of: fc.constantFrom('orders', 'spend'),
    where: orderFilter,
    products: fc.option(productFilter, { nil: undefined }),
    within: fc.option(arbitraryWindow, { nil: undefined, freq: 1 }),
  })
  .map(({ test, where, products, ...condition }) => ({
    ...condition,
    ...test,
    ...(condition.of === 'spend' && products !== undefined ? { products } : { where }),
  }))
