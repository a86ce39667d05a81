import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const emptyFields: Finding = {
  id: 'empty_fields',
  title: 'Conditions that nobody can meet',
  weight: 5,
  worst: 0.2,
  costs:
    'Nobody’s record holds what they ask for: such a condition keeps everybody out, and its opposite lets everybody in.',
  next: { words: 'Import the field, or take the condition out of the segment.', href: '/segments' },
  look({ known: { conditions, emptyConditions } }) {
    if (conditions === 0) return null
    return {
      affected: emptyConditions.length,
      of: conditions,
      what: 'conditions',
      says:
        emptyConditions.length === 0
          ? 'Every field that is asked for holds some values.'
          : `${countOf(emptyConditions.length, 'condition asks', 'conditions ask')} for a field without any value.`,
      examples: [...new Set(emptyConditions.map(({ of, field }) => `${of}: ${field}`))].slice(0, 5),
    }
  },
}
