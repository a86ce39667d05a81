import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'

/** Several copies of one segment: “… twice, one for Germany and one for Austria”. */
export interface Copies {
  /** Where what is different in the first begins and ends. */
  readonly from: number
  readonly to: number
  /** The others, as they were said. */
  readonly rest: string
}

const TIMES = 'two|2|three|3|four|4|several'
const twice = phrase(
  `,|-? twice|thrice`,
  `,|-? ${TIMES} times|copies`,
  `,|-? into|in|as ${TIMES} copies|clones|duplicates|versions|segments`,
)
const each = phrase(',|:|;|.|-|–|(? and|& one|once|another|first|second|third', 'one|once|another')
const sign = phrase(',|:|;|-|–|(|&', 'and')

/** The copies that are asked for behind a segment; undefined where it is one. */
export function copiesBehind(reading: Reading, end: number): Copies | undefined {
  const { length } = reading.tokens
  const first = each(reading, skip(reading, skip(reading, end, twice), sign))
  if (first < 0) return undefined
  for (let at = first + 1; at < length - 1; at++) {
    const joined = skip(reading, at, sign)
    const next = joined > at ? each(reading, skip(reading, joined, sign)) : -1
    if (next < 0 || next >= length) continue
    return {
      from: first,
      to: at,
      rest: said(reading, next, length)
        .replace(/[.!?)]+$/u, '')
        .trim(),
    }
  }
  return undefined
}

/** What the first copy leaves to be done. */
export const othersNotDone = (rest: string): string =>
  `The copy “${rest}” is a step of its own and is not done yet: each change is looked at by itself. Say it when this one is decided.`
