import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const unusedSegments: Finding = {
  id: 'unused_segments',
  title: 'Segments that were never used',
  weight: 2,
  worst: 1,
  costs: 'They are counted again with all new data, and hide those that matter.',
  next: { words: 'Make an audience of it, export it, or delete it: that can be undone.', href: '/segments' },
  look({ known: { segments } }) {
    const own = segments.filter(({ builtIn, settled }) => !builtIn && settled)
    if (own.length === 0) return null
    const unused = own.filter((segment) => segment.unused)
    return {
      affected: unused.length,
      of: own.length,
      what: 'segments older than 30 days',
      says:
        unused.length === 0
          ? 'Every segment of more than 30 days was exported, or something is made of it.'
          : `${countOf(unused.length, 'segment')} of ${own.length} ${unused.length === 1 ? 'was' : 'were'} never exported, and nothing is made of them.`,
      examples: unused.slice(0, 5).map(({ name }) => name),
    }
  },
}
