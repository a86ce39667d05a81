import type { Meaning } from '../grammar/meaning.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Found, type Parser, type Reading, said } from '../grammar/reading.ts'

const WISHED = ['ideally|preferably|optionally', 'nice to have :?', 'with a? preference for']
/** Of customers "score" and "prefer" are also what they have and do. */
const wished = phrase(...WISHED)
const soft = phrase(
  ...WISHED,
  'bonus points? if|for|:?',
  'prefer|preferring|preferred',
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

/** A condition that keeps nobody out, as it stands in the words from one token to another. */
const asWish = (reading: Reading, from: number, { doubts }: Meaning, end: number): Found<Meaning> => ({
  value: { assumptions: [onlyScores(said(reading, from, end))], doubts },
  end,
})

const behind =
  (lead: Phrase): Parser<Meaning> =>
  (reading, at) => {
    const start = lead(reading, at)
    const found = start < 0 ? undefined : reading.unit(reading, start)
    return found?.value.criteria && asWish(reading, at, found.value, found.end)
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
    return { ...asWish(reading, at, found.value, found.end), end }
  }
