import type { Meaning } from '../../language/grammar/meaning.ts'
import type { Parser } from '../../language/grammar/reading.ts'

export const companyPhrases: readonly Parser<Meaning>[] = []
