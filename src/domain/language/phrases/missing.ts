import { foldText } from '#kernel/text.ts'
import { type Doubt, doubtful, type Meaning, missing, question } from '../grammar/meaning.ts'
import { longestIn } from '../grammar/phrase.ts'
import { type Parser, type Reading, said } from '../grammar/reading.ts'
import type { Absent } from './absent.ts'
import { ABSENT_ACCOUNTS } from './absent-accounts.ts'
import { holdsAccounts } from '../situation.ts'
import { ABSENT_CONDITIONS } from './absent-conditions.ts'
import { ABSENT_DATA } from './absent-data.ts'
import { discountInPercent } from './discount-percent.ts'
import { incomePhrases } from './incomes.ts'

const ABSENT: readonly Absent[] = [...ABSENT_DATA, ...ABSENT_CONDITIONS]
const byWords = (table: readonly Absent[]) => table.map((one) => [one, one.words] as const)
const WITH_ACCOUNTS = byWords(ABSENT)
const WITHOUT_ACCOUNTS = byWords([...ABSENT, ABSENT_ACCOUNTS])

/** What is named so is refused by name, never dropped. */
const absent: Parser<Meaning> = (reading, at) => {
  const best = longestIn(reading, at, holdsAccounts(reading.situation) ? WITH_ACCOUNTS : WITHOUT_ACCOUNTS)
  if (best === undefined) return undefined
  const named = reading.links
    .at(at)
    .some(({ field, match, end }) => HELD.has(field) && match === 'whole' && end >= best.end)
  if (named) return undefined
  const campaign = partOfCampaign(reading, at, best.end)
  if (campaign !== undefined) return { value: doubtful(campaign), end: best.end }
  const { name, says } = best.value
  return { value: doubtful(missing(at, best.end, name, says)), end: best.end }
}

/** What the company sells: “Pets” is a category of its own, whatever else nobody knows of pets. */
const HELD: ReadonlySet<string> = new Set(['product', 'category', 'brand'])

/** "the TikTok ad", where a campaign is called TikTok Test: that may be meant, and it is there. */
function partOfCampaign(reading: Reading, at: number, end: number): Doubt | undefined {
  const text = said(reading, at, end)
  const held = reading.situation.vocabulary
    .values('campaign')
    .filter(({ label }) => foldText(label).split(' ').includes(foldText(text)))
  if (held.length === 0) return undefined
  const says = `“${text}”: do you mean the campaign ${held.map(({ label }) => label).join(' or ')}?`
  return question(
    at,
    end,
    says,
    held.map(({ label }) => [label, label] as const),
  )
}

export const missingPhrases: readonly Parser<Meaning>[] = [absent, discountInPercent, ...incomePhrases]
