import type { Meaning } from '../grammar/meaning.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Parser, said } from '../grammar/reading.ts'

const wished = phrase('ideally|preferably|optionally', 'nice to have :?', 'with a? preference for')

/** Of customers "score" and "prefer" are also what they have and do. */
const soft = phrase(
  'ideally|preferably|optionally',
  'nice to have :?',
  'bonus points? if|for|:?',
  'prefer|preferring|preferred',
  'with a? preference for',
  'score|scored|scoring|weighted|weighting by|on|for?',
  'plus points? if|for',
)

const softBehind = phrase(
  'preferred|preferable|preferably|ideally|optional|welcome',
  'is|are|would|being be? preferred|preferable|optional|welcome|ideal|nice|good',
  'is|are|as|would be? a|an? plus|bonus|advantage|asset',
  'a plus|bonus|advantage',
  'as? nice to have',
  'if possible',
)

const ONLY_SCORES = 'would only score and is not required: ask for an ICP or a persona to keep it as a score.'
const onlyScores = (named: string): string => `“${named}” ${ONLY_SCORES}`
/** Whether it is said that something was left aside since it would only score. */
export const leavesScores = (says: string): boolean => says.endsWith(ONLY_SCORES)

const behind =
  (lead: Phrase): Parser<Meaning> =>
  (reading, at) => {
    const start = lead(reading, at)
    const found = start < 0 ? undefined : reading.unit(reading, start)
    if (found?.value.criteria === undefined) return undefined
    const named = said(reading, at, found.end)
    return { value: { assumptions: [onlyScores(named)], doubts: found.value.doubts }, end: found.end }
  }

/** "in France, ideally with 3+ orders": what would only score keeps nobody out, and that is said. */
export const preferredOfCustomers = behind(wished)
/** The same of companies and the people there. */
export const preferred = behind(soft)

/** "Bootstrapped preferred": the same behind what `inner` reads. */
export const preferredBehind =
  (inner: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const found = inner(reading, at)
    const end = found === undefined ? -1 : softBehind(reading, found.end)
    if (found?.value.criteria === undefined || end < 0) return undefined
    return {
      value: { assumptions: [onlyScores(said(reading, at, found.end))], doubts: found.value.doubts },
      end,
    }
  }
