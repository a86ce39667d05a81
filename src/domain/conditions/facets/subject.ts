import { type Condition, definitionOf } from '../index.ts'

/** What a condition is about: conditions with the same subject can stand in each other's place. */
export function subjectOf(condition: Condition): string {
  return definitionOf(condition).about?.(condition) ?? condition.type
}

/** The nouns that people call it by, beside the words that it is described in. */
export const nounsOf = (condition: Condition): string => definitionOf(condition).called?.(condition) ?? ''
