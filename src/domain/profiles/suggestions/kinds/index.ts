import { bands } from './bands.ts'
import type { KindOfSuggestion } from './define.ts'
import { idle } from './idle.ts'
import { unknowns } from './unknowns.ts'
import { weight } from './weight.ts'

/**
 * Every way in which a parameter could be better; where several speak of the same one, the first is told. What a profile
 * does not ask for yet is in ../lifts.ts.
 */
export const kinds: readonly KindOfSuggestion[] = [unknowns, bands, idle, weight]
