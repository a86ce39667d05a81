import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { ends } from './section-words.ts'
import { pointsWord, type Weight, weightAt } from './weights.ts'

const give = phrase(
  "i|we would|'d|will|'ll|shall? give|grant|award|rank|score|put",
  'give|grant|award|rank|score|put',
)
const given = phrase(
  'a|an|some|the? preference|bonus|boost|priority|weight of?',
  'a|an|some? higher|extra|more|bonus score|points|weight|credit|priority of?',
  'higher|first',
)
const toWhom = phrase('to|for')

/** What is given points, and where it begins and ends. */
interface Given {
  readonly weight: Weight | undefined
  readonly from: number
  readonly place: { readonly end: number; readonly until?: number }
}

/** “Give Fintech companies a preference of 30”, “give 20 to AWS and 10 to Google Cloud” */
export function givenAt(reading: Reading, at: number, end: number): Given | undefined {
  const from = give(reading, at)
  if (from < 0) return undefined
  const number = reading.tokens[from]?.number
  const whom = number === undefined ? -1 : toWhom(reading, Math.max(pointsWord(reading, from + 1), from + 1))
  if (number !== undefined && whom >= 0)
    return { weight: { value: number }, from: whom, place: { end: whom } }
  for (let i = from + 1; i < end && ends(reading, i) < 0; i++) {
    const weight = weightAt(reading, i)
    const words = given(reading, i)
    const number = words < 0 ? undefined : reading.tokens[words]?.number
    const behind = weight?.end ?? (words < 0 ? -1 : words + (number === undefined ? 0 : 1))
    if (behind < 0 || behind > end) continue
    const plain = number === undefined ? undefined : { value: number }
    return {
      weight: weight?.value ?? plain,
      from,
      place: { until: i, end: Math.max(pointsWord(reading, behind), behind) },
    }
  }
  return undefined
}
