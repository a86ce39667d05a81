import { ConflictError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Segments } from './read.ts'
import type { Segment } from './schema.ts'

/** The segment, if people may change it. Throws ConflictError for default segments and lists. */
export function editableSegment(segments: Segments, id: string): Segment & { readonly criteria: Criteria } {
  const segment = segments.get(id)
  const { kind, name, criteria } = segment
  if (kind === 'default') {
    throw new ConflictError(`“${name}” is one of the twelve RFM segments, which are the same everywhere`, {
      next: 'Clone it, and change the clone.',
    })
  }
  if (kind === 'list' || criteria === null) {
    throw new ConflictError(`“${name}” is a list whose members come from elsewhere`, {
      next: 'Change it where it comes from and import it again, or clone it into a segment.',
    })
  }
  return { ...segment, criteria }
}
