import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase } from '../../language/grammar/phrase.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'
import type { CompanyCondition } from './company.ts'

/** What companies have, said without how much or which: it is asked, with usual answers. */
const BARE: readonly {
  readonly field: CompanyCondition['field']
  readonly words: Phrase
  readonly asks: string
  readonly choices: readonly (readonly [label: string, instead: string])[]
}[] = [
  {
    field: 'headcount_growth',
    words: phrase(
      'headcount|staff|employee|team|workforce growth rate?',
      'growth rate',
      'growth in|of headcount|staff|employees',
    ),
    asks: 'How much growth?',
    choices: [
      ['headcount up by 10% or more', 'headcount growth of at least 10%'],
      ['headcount up by 20% or more', 'headcount growth of at least 20%'],
      ['headcount up by 50% or more', 'headcount growth of at least 50%'],
    ],
  },
  {
    field: 'funding_stage',
    words: phrase('funding stage|stages|round|rounds'),
    asks: 'Which stages?',
    choices: [
      ['Series A or later', 'Series A or later'],
      ['Series B or later', 'Series B or later'],
      ['Series C or later', 'Series C or later'],
    ],
  },
  {
    field: 'employees',
    words: phrase('company size', 'number of employees', 'employee count'),
    asks: 'How many employees?',
    choices: [
      ['fewer than 50 employees', 'fewer than 50 employees'],
      ['51 to 500 employees', 'between 51 and 500 employees'],
      ['more than 500 employees', 'more than 500 employees'],
    ],
  },
  {
    field: 'hiring_velocity',
    words: phrase('hiring velocity|speed|pace|rate', 'number of open roles|positions'),
    asks: 'How many open roles?',
    choices: [
      ['any', 'hiring'],
      ['at least 5', 'with a hiring velocity of at least 5'],
      ['at least 20', 'with a hiring velocity of at least 20'],
    ],
  },
]

/** `scored on headcount growth`, `by funding stage`: the column alone. */
export const bareColumn: Parser<Meaning> = (reading, at) => {
  for (const { field, words, asks, choices } of BARE) {
    const end = words(reading, at)
    if (end < 0) continue
    const doubt = question(at, end, `“${said(reading, at, end)}”: ${asks}`, choices)
    return { value: doubtful({ ...doubt, settledBy: [field] }), end }
  }
  return undefined
}
