import fc from 'fast-check'
import {
  arbitraryWindow,
  eventFilter,
  orderFilter,
  productFilter,
  some,
} from '../../criteria/pieces.fixture.ts'
import { TEXTS } from '../../criteria/company.fixture.ts'
import { CHANGE_OPERATORS } from '../change/change.ts'
import { type Figure, figureSchema, isChange, isMoney, isOfProducts, ORDER_FIGURES } from './figure.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const orderFigures: fc.Arbitrary<Figure> = fc
  .record({
    measure: fc.constantFrom(...ORDER_FIGURES),
    of: maybe(productFilter),
    where: maybe(orderFilter),
    within: maybe(arbitraryWindow),
  })
  .map(({ of, ...figure }) =>
    figureSchema.parse({ from: 'orders', ...figure, ...(isOfProducts(figure.measure) && { of }) }),
  )

const eventFigures: fc.Arbitrary<Figure> = fc
  .record({
    event: some(fc.constantFrom(...TEXTS.event)),
    where: maybe(eventFilter),
    within: maybe(arbitraryWindow),
  })
  .map((figure) => figureSchema.parse({ from: 'events', ...figure }))

const figure = fc.oneof(orderFigures, eventFigures)

/** Figures against each other. */
export const figuresCompared: fc.Arbitrary<unknown> = fc
  .record({
    left: figure,
    right: figure,
    op: fc.constantFrom(...CHANGE_OPERATORS),
    times: fc.option(fc.constantFrom(0.5, 0.8, 1, 1.1, 2), { nil: undefined }),
  })
  .filter(
    ({ left, right }) =>
      isMoney(left) === isMoney(right) &&
      JSON.stringify(left) !== JSON.stringify(right) &&
      !isChange(left, right),
  )
