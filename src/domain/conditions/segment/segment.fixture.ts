import fc from 'fast-check'
import { arbitraryWindow } from '../../criteria/pieces.fixture.ts'

const saved = fc.constantFrom('seg_canada', 'seg_back')
const time = fc.option(arbitraryWindow, { nil: undefined, freq: 3 })

/** Dates may lie ahead, and who will have been in it then is refused before it is read. */
const begun = time.filter((window) => window?.kind !== 'dates')

/** In it now, and who was, came or went: of the segments of the invented company. */
export const segments: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ segment: fc.constantFrom('list_vip', 'list_summer', 'seg_canada', 'seg_back') }),
  fc.record({ segment: saved, was: fc.constantFrom('entered', 'left'), within: time }),
  fc.record({ segment: saved, was: fc.constant('in'), within: begun }),
  fc
    .record({ segment: saved, was: fc.constant('entered'), from: saved, within: time })
    .filter(({ segment, from }) => segment !== from),
)
