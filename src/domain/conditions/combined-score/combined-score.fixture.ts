import fc from 'fast-check'
import { comparison } from '../../criteria/pieces.fixture.ts'

/** Random combined scores, with half points among them. */
export const combinedScores: fc.Arbitrary<unknown> = comparison(fc.constantFrom(0, 40, 60, 70.5, 99))
