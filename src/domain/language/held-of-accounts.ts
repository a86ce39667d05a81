import { joinWords } from '#kernel/text.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import type { Reading } from './grammar/reading.ts'

/** What can be known of companies and of the people there, by the columns that hold it. */
const KNOWN = {
  company: [
    ['industry', 'industry'],
    ['employees', 'size'],
    ['revenue', 'revenue'],
    ['country', 'place'],
    ['tech_stack', 'technologies'],
    ['funding_stage', 'funding stage'],
    ['hiring_velocity', 'open roles'],
    ['headcount_growth', 'headcount growth'],
    ['relationship', 'relationship with you'],
  ],
  person: [
    ['title', 'job title'],
    ['seniority', 'level'],
    ['function', 'function'],
    ['country', 'country'],
    ['years_experience', 'years of experience'],
    ['years_in_role', 'years in the role'],
  ],
} as const

/** What else is known of them: through those who belong to them. */
const BESIDE = { company: 'who works there', person: 'what is known of their company' } as const

/**
 * What the workspace holds of those who are asked for, for whoever asks for more. Undefined of customers, of whom too
 * much is known to be listed.
 */
export function heldOf({ entity, situation: { vocabulary } }: Reading): string | undefined {
  if (entity === 'customer') return undefined
  const known = KNOWN[entity].flatMap(([column, words]) =>
    vocabulary.filled(`${entity}.${column}`) > 0 ? [words] : [],
  )
  if (known.length === 0) return undefined
  const whom = entity === 'person' ? 'people at companies' : ENTITY_WORDS[entity].many
  return `Of ${whom} these are known: ${joinWords([...known, BESIDE[entity]], 'and')}.`
}
