import { type Bitset, count, countShared } from '../members/bitset.ts'
import type { Segments } from '../segments/read.ts'
import type { Segment } from '../segments/schema.ts'
import type { Preview } from './schema.ts'

type Overlap = Preview['overlaps'][number]

export interface ComparedSegment {
  readonly id: string
  readonly name: string
  readonly members: Bitset
}

const NEAREST = 5
/** Each costs a reading after its data has changed; the twelve default ones together cost one. */
const COMPARED = 30

/** The default segments and those that people worked on last, without the one that is being counted itself. */
export const segmentsToCompare = (segments: Segments, about: string | undefined): readonly Segment[] =>
  segments
    .list()
    .filter(({ id }) => id !== about)
    .toSorted((a, b) => rank(a) - rank(b) || (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, COMPARED)

const rank = ({ kind }: Segment): number => (kind === 'default' ? 0 : 1)

/** The segments that share the most with these members: by Jaccard index, |a ∩ b| ÷ |a ∪ b|. */
export function nearestSegments(members: Bitset, segments: readonly ComparedSegment[]): readonly Overlap[] {
  const own = count(members)
  return segments
    .map(({ id, name, members: theirs }) => ({
      segmentId: id,
      name,
      members: count(theirs),
      shared: countShared(members, theirs),
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => jaccard(own, b) - jaccard(own, a))
    .slice(0, NEAREST)
}

const jaccard = (own: number, { members, shared }: Overlap): number => shared / (own + members - shared)
