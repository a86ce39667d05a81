import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import type { Parser } from '../grammar/reading.ts'
import type { Absent } from './absent.ts'
import { ABSENT_ACCOUNTS } from './absent-accounts.ts'
import { holdsAccounts } from '../situation.ts'
import { ABSENT_CONDITIONS } from './absent-conditions.ts'
import { ABSENT_DATA } from './absent-data.ts'
import { discountInPercent } from './discount-percent.ts'
import { incomePhrases } from './incomes.ts'

const ABSENT: readonly Absent[] = [...ABSENT_DATA, ...ABSENT_CONDITIONS]

/** What is named so is refused by name, never dropped. */
const absent: Parser<Meaning> = (reading, at) => {
  let best: { found: Absent; end: number } | undefined
  const absences = holdsAccounts(reading.situation) ? ABSENT : [...ABSENT, ABSENT_ACCOUNTS]
  for (const found of absences) {
    const end = found.words(reading, at)
    if (end >= 0 && (best === undefined || end > best.end)) best = { found, end }
  }
  if (best === undefined) return undefined
  const { name, says } = best.found
  return { value: doubtful(missing(at, best.end, name, says)), end: best.end }
}

export const missingPhrases: readonly Parser<Meaning>[] = [absent, discountInPercent, ...incomePhrases]
