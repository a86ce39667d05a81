import { countOf, percentOf } from '#kernel/text.ts'
import { type Bitset, count, countShared } from '../../members/bitset.ts'
import type { Finding } from '../define.ts'

/** Members in both ÷ members in either (Jaccard), from which on two segments are told of as one. */
const ALIKE = 0.9

export const copiedSegments: Finding = {
  id: 'copied_segments',
  title: 'Segments that are nearly the same',
  weight: 3,
  worst: 0.5,
  costs: 'Two names for one group: the same people get both campaigns, and figures are told twice.',
  next: { words: 'Compare the two, keep one, and delete the other.', href: '/compare' },
  look({ known: { segments } }) {
    const filled = segments.flatMap(({ name, members }) => {
      const size = members === null ? 0 : count(members)
      return members === null || size === 0 ? [] : [{ name, members, size }]
    })
    if (filled.length < 2) return null
    const pairs = filled.flatMap((a, at) =>
      filled.slice(at + 1).flatMap((b) => {
        const alike = jaccard(a, b)
        return alike < ALIKE ? [] : [{ a, b, alike }]
      }),
    )
    const copied = new Set(pairs.flatMap(({ a, b }) => [a.name, b.name]))
    return {
      affected: copied.size,
      of: filled.length,
      what: 'segments',
      says:
        pairs.length === 0
          ? 'No two segments hold nearly the same customers.'
          : `${countOf(pairs.length, 'pair')} of segments ${pairs.length === 1 ? 'shares' : 'share'} at least ${100 * ALIKE} % of their customers.`,
      examples: pairs
        .toSorted((a, b) => b.alike - a.alike)
        .slice(0, 5)
        .map(({ a, b, alike }) => `“${a.name}” and “${b.name}”: ${percentOf(alike, 1)} the same`),
    }
  },
}

interface Sized {
  readonly members: Bitset
  readonly size: number
}

function jaccard(a: Sized, b: Sized): number {
  // Sizes alone say that most pairs can't be alike.
  if (Math.min(a.size, b.size) < ALIKE * Math.max(a.size, b.size)) return 0
  const shared = countShared(a.members, b.members)
  return shared / (a.size + b.size - shared)
}
