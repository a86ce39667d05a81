import fc from 'fast-check'
import { arbitraryWindow } from '../../criteria/pieces.fixture.ts'
import { arbitraryDeed } from '../shared/deed.fixture.ts'

export const moments: fc.Arbitrary<unknown> = fc.record({
  which: fc.constantFrom('first', 'last'),
  deed: arbitraryDeed.filter(
    (deed) =>
      'event' in deed || Object.values(deed).some((value) => value !== undefined && value !== 'ordered'),
  ),
  during: arbitraryWindow,
})
