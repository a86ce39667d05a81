import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const freshness: Finding = {
  id: 'freshness',
  title: 'Overdue sources',
  weight: 13,
  worst: 1,
  costs: 'Segments that ask for the last days leave out whoever did something since the source fell silent.',
  next: {
    words: 'See when each source came last, and import it again or mend what sends it.',
    href: '/data',
  },
  look({ known: { sources } }) {
    if (sources.length === 0) return null
    const overdue = sources.filter((source) => source.overdue)
    return {
      affected: overdue.length,
      of: sources.length,
      what: 'sources',
      says:
        overdue.length === 0
          ? 'Every source came as it usually does, as far as its habit is known.'
          : `${countOf(overdue.length, 'source')} of ${sources.length} fell silent for longer than usual.`,
      examples: overdue.map(({ name, says }) => `${name}: ${says}`),
    }
  },
}
