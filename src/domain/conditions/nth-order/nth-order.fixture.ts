import fc from 'fast-check'
import { arbitraryWindow, orderFilter } from '../../criteria/pieces.fixture.ts'

export const nthOrders: fc.Arbitrary<unknown> = fc
  .record({
    nth: fc.constantFrom(1, 1, 2, 3, 'last', 'last'),
    during: fc.option(arbitraryWindow, { nil: undefined, freq: 1 }),
    where: fc.option(orderFilter, { nil: undefined }),
  })
  .filter(({ during, where }) => during !== undefined || where !== undefined)
