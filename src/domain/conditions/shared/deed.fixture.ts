import fc from 'fast-check'
import { eventFilter, list, orderFilter, productFilter } from '../../criteria/pieces.fixture.ts'
import { TEXTS } from '../../criteria/company.fixture.ts'

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

export const arbitraryDeed: fc.Arbitrary<object> = fc.oneof(
  fc.record({ did: fc.constant('ordered'), product: rarely(productFilter), where: rarely(orderFilter) }),
  fc.record({ did: fc.constant('event'), event: list(TEXTS.event), where: rarely(eventFilter) }),
)
