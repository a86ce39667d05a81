import { phrase } from '../grammar/phrase.ts'

/** What makes a copy of a profile that is there. */
export const copies = phrase(
  'clone|copy|duplicate|replicate',
  'make|create|do|save|put|need|want|produce|add a|an|another? copy|copies|clone|clones|duplicate|duplicates of',
  'a|another? copy|copies|clone|clones|duplicate|duplicates of',
)
