import fc from 'fast-check'
import { arbitraryWindow } from '../../criteria/pieces.fixture.ts'
import { UNITS } from '../../time/window.ts'
import { arbitraryDeed } from '../shared/deed.fixture.ts'

/** Windows that begin somewhere. */
export const begunWindow = arbitraryWindow.filter(
  (window) => window.kind !== 'older' && (window.kind !== 'dates' || 'from' in window || 'after' in window),
)

export const restarts: fc.Arbitrary<unknown> = fc.record({
  deed: arbitraryDeed,
  within: begunWindow,
  away: fc.record({ n: fc.constantFrom(1, 2, 6, 30, 90), unit: fc.constantFrom(...UNITS) }),
})
