import { type Currency, formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import {
  type Comparison,
  comparisonWords,
  moneyWords,
  numberWords,
} from '../../conditions/shared/comparison.ts'
import type { MeasureUnit } from './units.ts'

/** `more than 30 days`, `at least 40%`, `between $20 and $50` */
export function amountWords(test: Comparison, unit: MeasureUnit, currency: Currency): string {
  switch (unit) {
    case 'money':
      return moneyWords(test, currency)
    case 'days':
      return `${comparisonWords(test, numberWords)} ${test.value === 1 ? 'day' : 'days'}`
    case 'percent':
      return comparisonWords(test, (value) => `${numberWords(value)}%`)
    case 'count':
    case 'score':
      return comparisonWords(test, numberWords)
  }
}

/** A value as people read it: `$312.50`, `41.3 days`, `40%`. */
export function amountActual(value: number, unit: MeasureUnit, currency: Currency): string {
  const short = Math.round(value * 10) / 10
  switch (unit) {
    case 'money':
      return formatMoney(fromMinor(Math.round(value * 10 ** currency.exponent), currency), currency)
    case 'days':
      return countOf(short, 'day')
    case 'percent':
      return `${numberWords(short)}%`
    case 'count':
    case 'score':
      return numberWords(value)
  }
}
