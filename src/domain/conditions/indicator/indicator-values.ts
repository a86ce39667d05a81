import type { Currency } from '#kernel/money.ts'
import { measureOf } from '../../indicators/measures/index.ts'
import type { IndicatorMeaning, Problem } from '../define.ts'
import { type Comparison, compare } from '../shared/comparison.ts'
import { unpayable } from '../shared/problems.ts'
import { valueWords } from '../shared/value-words.ts'

/** What an indicator can't be asked: a status compared, a number not compared, values that it never has. */
export function valueProblems(
  meaning: IndicatorMeaning,
  test: Comparison | undefined,
  currency: Currency,
): readonly Problem[] {
  const name = valueWords(meaning.name)
  const problem = (message: string, next: string): readonly Problem[] => [{ path: ['value'], message, next }]
  if (meaning.kind === 'status') {
    return test === undefined
      ? []
      : problem(`${name} is a status: it holds or not`, 'Leave op and value out, or negate the condition.')
  }
  const unit = measureOf(meaning.measure).unit(meaning.measure)
  if (test === undefined) return problem(`${name} is a number`, 'Compare it: give op and value.')
  const values = [test.value].flat()
  const signed = meaning.measure.measure === 'orders' && meaning.measure.of === 'net_spend'
  if (!signed && values.some((value) => value < 0)) {
    return problem(`${name} is never less than 0`, 'Give a value of 0 or more.')
  }
  switch (unit) {
    case 'money':
      return unpayable(test, currency, ['value'])
    case 'count':
      return values.every(Number.isSafeInteger)
        ? []
        : problem(`${name} is a whole number`, 'Give a whole number.')
    case 'percent':
      return values.every((value) => value <= 100)
        ? []
        : problem(`${name} is a share of at most 100%`, 'Give a percentage from 0 to 100.')
    case 'score':
      return [1, 2, 3, 4, 5].some((score) => compare(score, test))
        ? []
        : problem(`${name} is a score from 1 (best) to 5, so nobody passes`, 'Give a score from 1 to 5.')
    case 'days':
      return []
  }
}
