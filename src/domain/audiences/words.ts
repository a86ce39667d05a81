import type { Criteria } from '../criteria/schema.ts'
import type { AudienceDefinition } from './definition.ts'
import { stepsOf } from './steps.ts'

/** An audience in a line: whom it begins with, then what takes people out that somebody chose. */
export function audienceWords(definition: AudienceDefinition, words: (criteria: Criteria) => string): string {
  const chosen = stepsOf(definition, '', words).flatMap((step) => {
    switch (step.kind) {
      case 'base':
        return step.words
      case 'suppression':
        return `not those who ${step.words}`
      case 'holdout':
        return `${definition.holdout} % held out`
      case 'committee':
        return `at most ${definition.committee} at each company`
      case 'cap':
        return step.words.replace('are not among the', 'at most')
      // What the channel asks for goes without saying.
      case 'consent':
      case 'address':
      case 'unranked':
        return []
    }
  })
  return chosen.join('; ')
}
