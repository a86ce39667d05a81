import type { Criteria } from '../../criteria/schema.ts'
import { doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { deedAt, type SaidDeed } from '../shared/deed-phrases.ts'
import type { RegularCondition } from './regular.ts'
import { choicesOf, habit } from './regular-habit.ts'
import { inWord, perOnce, type Rhythm, rhythmAt } from './regular-rhythm.ts'
import { unitsIn } from './regular-windows.ts'

/** `ordered every month this quarter`, `opened at least one e-mail in each of the last 3 months`. */
const doneRegularly: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found = deedAt(reading, negative ? polar : at) ?? buyersAt(reading, negative ? polar : at)
  if (found === undefined || found.value.negative) return undefined
  // "at least once" may be read as a part of the deed: "ordered at least once a month".
  const rhythm = rhythmAt(reading, found.end) ?? perOnce(reading, found.end)
  if (rhythm === undefined) {
    const row = rowAt(reading, found.end)
    if (row === undefined) return undefined
    const what = said(reading, at, found.end)
    const doubt = question(at, row.end, 'In a row up to now, or ever? Only up to now can be asked.', [
      [row.value, `${what} ${row.value}`],
    ])
    return { value: doubtful(doubt), end: row.end }
  }
  if (found.value.doubts.length > 0) return { value: doubtful(...found.value.doubts), end: rhythm.end }
  return meaningOf(reading, { at, negative, deed: found, rhythm })
}

const buyers = phrase('buyers|buyer|purchasers|purchaser|shoppers|shopper')

/** "purchasers in each of the last 3 months" */
function buyersAt(reading: Reading, at: number): Found<SaidDeed> | undefined {
  const end = buyers(reading, at)
  const deed = { did: 'ordered' } as const
  return end < 0 ? undefined : { value: { deed, negative: false, assumptions: [], doubts: [] }, end }
}

/** "ordered 3 months in a row": which three? */
function rowAt(reading: Reading, at: number): Found<string> | undefined {
  const length = span(reading, skip(reading, at, inWord))
  const end = length === undefined || length.value.bare ? -1 : inRow(reading, length.end)
  if (length === undefined || end < 0) return undefined
  const { n, unit } = length.value
  return { value: `in each of the last ${n} ${unit}s`, end }
}

const inRow = phrase('in a row', 'straight|running|consecutively')

interface Asked {
  readonly at: number
  readonly negative: boolean
  readonly deed: Found<SaidDeed>
  readonly rhythm: Found<Rhythm>
}

function meaningOf(reading: Reading, { at, negative, deed, rhythm }: Asked): Found<Meaning> | undefined {
  const { end } = rhythm
  const { every, least } = rhythm.value
  const time = rhythm.value.within ?? deed.value.within
  const what = said(reading, at, deed.end)
  if (deed.value.deed === undefined) return undefined
  if (deed.value.times !== undefined)
    return {
      value: doubtful(
        question(at, end, `More than once in each ${every} can’t be asked yet; at least once can.`),
      ),
      end,
    }
  if (time === undefined) return { value: doubtful(askWindow(reading, { at, end, what, every })), end }
  const cut = unitsIn(every, time, rhythm.value)
  if (cut === undefined) {
    const doubt = question(
      at,
      end,
      `Over which time should every ${every} be looked at?`,
      choicesOf(what, every),
    )
    return { value: doubtful(doubt), end }
  }
  const criteria: RegularCondition = {
    type: 'regular',
    deed: deed.value.deed,
    every,
    within: cut.within,
    ...(least === undefined ? {} : { least }),
  }
  const shown: Criteria = negative ? negated(criteria) : criteria
  const stated = [...deed.value.assumptions, ...rhythm.value.assumptions, ...cut.assumptions]
  return { value: { criteria: shown, assumptions: stated, doubts: [] }, end }
}

function askWindow(
  reading: Reading,
  { at, end, what, every }: { at: number; end: number; what: string; every: string },
) {
  return question(at, end, `“${said(reading, at, end)}”: since when?`, choicesOf(what, every))
}

export const regularPhrases: readonly Parser<Meaning>[] = [doneRegularly, habit]
