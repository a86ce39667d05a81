import { comparison } from '../grammar/comparison.ts'
import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Parser, Reading } from '../grammar/reading.ts'

const earning = phrase(
  'earning|earn|earns|earned',
  'making|make|makes',
  'take|takes|taking|bring|bringing home|in',
)
const perYear = phrase('a|per|each|every year|month', 'annually|yearly', 'in income|salary|wages')
/** "Making 5 orders a year" is no income. */
const LEAST = 1000

/** Where an amount that somebody earns ends. */
export function incomeAt(reading: Reading, at: number): number | undefined {
  const opened = earning(reading, at)
  const amount = opened < 0 ? undefined : comparison(reading, opened)
  if (amount === undefined || amount.value.percent) return undefined
  if (!amount.value.tests.every(({ value }) => [value].flat().every((n) => n >= LEAST))) return undefined
  return skip(reading, amount.end, perYear)
}

/** `earning over 80k a year`, `who make 100k+`: what people earn. What companies make is their revenue. */
const income: Parser<Meaning> = (reading, at) => {
  const end = reading.entity === 'company' ? undefined : incomeAt(reading, at)
  return end === undefined
    ? undefined
    : { value: doubtful(missing(at, end, 'income', 'Muster holds no such data.')), end }
}

export const incomePhrases: readonly Parser<Meaning>[] = [income]
