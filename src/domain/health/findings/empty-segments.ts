import { countOf } from '#kernel/text.ts'
import { count } from '../../members/bitset.ts'
import type { Finding } from '../define.ts'

export const emptySegments: Finding = {
  id: 'empty_segments',
  title: 'Segments with nobody in them',
  weight: 3,
  worst: 0.5,
  costs: 'Campaigns to them reach nobody, and nobody is told.',
  next: { words: 'Open the segment: its funnel shows which condition leaves nobody.', href: '/segments' },
  look({ known: { segments } }) {
    const counted = segments.filter(({ members }) => members !== null)
    if (counted.length === 0) return null
    const empty = counted.filter(({ members }) => members !== null && count(members) === 0)
    return {
      affected: empty.length,
      of: counted.length,
      what: 'segments',
      says:
        empty.length === 0
          ? 'Every segment has members.'
          : `${countOf(empty.length, 'segment')} of ${counted.length} ${empty.length === 1 ? 'is' : 'are'} empty now.`,
      examples: empty.map(({ name }) => name),
    }
  },
}
