import { conditions } from '../conditions/index.ts'
import type { Meaning } from './grammar/meaning.ts'
import { longest, type Parser, remembered } from './grammar/reading.ts'
import { continued } from './phrases/continued.ts'
import { elliptical } from './phrases/elliptical.ts'
import { missingPhrases } from './phrases/missing.ts'
import { vaguePhrases } from './phrases/vague.ts'

const deeds = remembered(longest(...conditions.flatMap((definition) => definition.deeds ?? [])))

/**
 * Everything that can be said about customers. What is read longest wins; among equals, what stands first:
 * the company's own names and plain conditions before vague words and what is missing.
 */
export const unit: Parser<Meaning> = remembered(
  longest(
    ...conditions.flatMap((definition) => definition.phrases),
    elliptical(deeds),
    continued(deeds),
    ...vaguePhrases,
    ...missingPhrases,
  ),
)
