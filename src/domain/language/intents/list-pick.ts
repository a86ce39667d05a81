import type { Comparison } from '../../conditions/shared/comparison.ts'
import { comparison, mayCount } from '../grammar/comparison.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'

/** Which of the segments and lists are shown, and in what order. */
export interface ListPick {
  readonly order?: 'largest' | 'smallest'
  readonly top?: number
  /** Of how many members. */
  readonly sized?: readonly Comparison[]
  /** Of one kind alone: the twelve that come with Muster, or lists from elsewhere. */
  readonly kind?: 'default' | 'list'
}

const LARGEST = /^(?:biggest|largest|most|top|populous|descending|desc)$/
const SMALLEST = /^(?:smallest|fewest|tiniest|ascending|asc)$/
const RANKED = /^(?:rank|ranked|ranking|sort|sorted|order|ordered)$/
const ONE = /^(?:segment|list|audience|group)$/

/** "my 3 biggest segments", "lists by size, smallest first", "the biggest RFM segment"; undefined where all are asked for. */
export function pickIn(reading: Reading, sized: readonly Comparison[] | undefined): ListPick | undefined {
  const { tokens } = reading
  const has = (words: RegExp) => tokens.some(({ word }) => words.test(word))
  const said = tokens.findIndex(({ word }) => LARGEST.test(word) || SMALLEST.test(word))
  const smallest = SMALLEST.test(tokens[said]?.word ?? '')
  const ranked = has(RANKED) || bySize(reading)
  const order = smallest ? 'smallest' : said >= 0 || ranked ? 'largest' : undefined
  // "smallest first" and "from largest to smallest" put all of them in order.
  const all = said < 0 || /^(?:first|to)$/.test(tokens[said + 1]?.word ?? '') || has(/^(?:every|each)$/)
  const only =
    all || (!tokens.some(({ word }, i) => i > 0 && ONE.test(word)) && !has(/^(?:is|has)$/)) ? undefined : 1
  const top = all ? undefined : (numberBeside(reading, said) ?? only)
  return given({
    order,
    top,
    sized,
    kind: has(/^rfm$/) ? 'default' : has(/^imported$/) ? 'list' : undefined,
  })
}

/** "3 biggest", "top 5", "the 3 segments with the most members" */
const numberBeside = ({ tokens }: Reading, at: number): number | undefined =>
  tokens.find(
    ({ number }, i) =>
      number !== undefined &&
      number >= 1 &&
      Number.isInteger(number) &&
      (Math.abs(i - at) === 1 || THINGS.test(tokens[i + 1]?.word ?? '')),
  )?.number

function given(pick: { readonly [K in keyof ListPick]: ListPick[K] | undefined }): ListPick | undefined {
  const { order, top, sized, kind } = pick
  const found: ListPick = {
    ...(order === undefined ? {} : { order }),
    ...(top === undefined ? {} : { top }),
    ...(sized === undefined ? {} : { sized }),
    ...(kind === undefined ? {} : { kind }),
  }
  return Object.keys(found).length === 0 ? undefined : found
}

const THINGS = /^(?:segments|lists|audiences|groups)$/
const bySize = ({ tokens }: Reading): boolean =>
  tokens.some(
    ({ word }, i) => word === 'by' && /^(?:size|members|count|number)$/.test(tokens[i + 1]?.word ?? ''),
  )

const ofSize = phrase(
  'that|which? have|has|hold|holds|with|of|contain|contains|count|counts|is|are',
  'that|which',
)
const larger = phrase('bigger|larger|greater than', 'exceeding')
const smaller = phrase('smaller than')
const members = phrase(
  'people|members|customers|contacts|folks in? them|it?',
  'in them|it',
  'strong|large|big',
)

interface Sized {
  readonly tests: readonly Comparison[]
  readonly end: number
}

/** "… that have over 500 people", "… bigger than 500": how large those are that are asked for. */
export function sizeAt(reading: Reading, at: number): Sized | undefined {
  // "which are smaller than 100" may have been read up to "smaller".
  const opened = wordAt(reading, at) === 'than' ? at - 1 : skip(reading, at, ofSize)
  const than = Math.max(larger(reading, opened), smaller(reading, opened))
  const number = reading.tokens[than]?.number
  if (than >= 0 && number !== undefined) {
    const op = larger(reading, opened) >= 0 ? '>' : '<'
    return { tests: [{ op, value: number }], end: skip(reading, than + 1, members) }
  }
  const size = comparison(reading, opened)
  if (size === undefined || !mayCount(size.value)) return undefined
  const end = members(reading, size.end)
  // "lists of 3" says nothing of what there are 3.
  if (end < 0 && size.value.bare) return undefined
  return { tests: size.value.tests, end: Math.max(end, size.end) }
}
