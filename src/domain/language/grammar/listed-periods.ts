import { type Period, period } from './period.ts'
import { yearNumber } from './period-years.ts'
import { type Phrase, phrase, skip } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'
import { withYears } from './years-beside.ts'

const or = phrase('or|/', ',', ', or|and|nor', 'and|nor')

/** Periods one after another, up to what is joined to them in another way than they are to each other. */
export function listed(reading: Reading, first: Found<Period>, inside: Phrase) {
  const periods = [first.value]
  let end = first.end
  let said: 'and' | 'or' | undefined
  for (;;) {
    const joint = or(reading, end)
    const next = joint < 0 ? undefined : period(reading, skip(reading, joint, inside))
    if (next === undefined || isAmount(reading, end, joint)) break
    // "none in 2024, back in 2025" tells of a return.
    if (wordAt(reading, joint) === 'back') break
    // "bought in 2023, in 2024 nothing"
    if (/^(?:nothing|none|zero)$/.test(wordAt(reading, next.end))) break
    // "December 2023, 2024": whether all of 2024 is meant is asked.
    if (periods.at(-1)?.inYear !== undefined && yearNumber(reading, joint) !== undefined) break
    const word = reading.tokens[joint - 1]?.word
    const op = word === 'and' ? 'and' : word === ',' ? said : 'or'
    if (said !== undefined && op !== undefined && op !== said) break
    said = op ?? said
    periods.push(next.value)
    end = next.end
  }
  return { periods: withYears(periods), every: said, end }
}

/** "in March or 2000 …" is an amount, "in 2023 or 2024" is a year: it stands by another, with nothing behind it. */
const isAmount = ({ tokens }: Reading, end: number, at: number) =>
  tokens[at]?.kind === 'number' &&
  !(
    /^20[0-4]\d$/.test(tokens[end - 1]?.text ?? '') &&
    !/^(?:or more|plus|orders?|times|units?)$/.test(tokens[at + 1]?.word ?? '')
  ) &&
  !/^\d\d?$/.test(tokens[at]?.text ?? '')
