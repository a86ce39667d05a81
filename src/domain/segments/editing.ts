import { ConflictError, InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { conditionsBehind } from '../criteria/expand.ts'
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

/** A segment can't be made of itself, not even through others. */
export function refuseCycle(segments: Segments, segment: Pick<Segment, 'id' | 'name'>, criteria: Criteria) {
  const behind = conditionsBehind(criteria, (id) => segments.find(id)?.criteria ?? null)
  if (!behind.some((condition) => condition.type === 'segment' && condition.segment === segment.id)) return
  throw new InputError(`These criteria lead back to “${segment.name}” itself`, {
    next: 'Write out its criteria instead of referring to it, or clone it.',
  })
}

/** What others are made of stays. Throws ConflictError naming them. */
export function refuseInUse(segments: Segments, segment: Segment): void {
  const users = segments.usersOf(segment.id).map((user) => `“${user.name}”`)
  if (users.length === 0) return
  throw new ConflictError(`“${segment.name}” is used by ${joinWords(users, 'and')}`, {
    next: 'Update or delete what uses it first.',
  })
}
