import fc from 'fast-check'
import { arbitraryWindow } from '../../criteria/pieces.fixture.ts'
import { formatId } from '../../exports/formats/index.ts'

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 })

/** Whoever was exported at some time, somewhere. */
export const exporteds: fc.Arbitrary<unknown> = fc.record({
  to: maybe(fc.constantFrom(...formatId.values)),
  within: maybe(arbitraryWindow),
})
