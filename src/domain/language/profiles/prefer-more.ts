import { phrase } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { ends, isOver } from './section-words.ts'

/** “Scored on …”, “rank them higher the more …”: what has it is preferred, and how much of it is said apart. */
const preferMore = phrase(
  'scored|score|scores|scoring|ranked|rank|ranking|weighted|weight|weigh|prioritized|prioritised|sort|sorted it|them|those|these? on|by|according to?',
  'score|rank|rate|weigh|weight|prioritize|prioritise it|them|those|these|companies|people|accounts|everyone? higher|more|up the more',
  'the more',
)
/** The same in the middle of a part: “fintechs scored on their headcount growth”. */
export const scoredOn = phrase('scored|scoring|ranked|weighted|prioritized|prioritised on|by|according to?')
/** “The more open roles the better” */
const theBetter = phrase(
  ',? the better|higher|more',
  ',? the better|higher the|their? score|rank|fit',
  'score|scores|scoring|rank|ranks|ranking|count|counts higher|more',
)

/** What is preferred without how much of it, with what is said of that; `until` where it ends, when that is known. */
interface More {
  readonly from: number
  readonly assumed: string
  readonly until?: number
  readonly end: number
}

/** `scored on …`, `rank them higher the more …`, `the more … the better` */
export function moreAt(reading: Reading, at: number, end: number): More | undefined {
  const from = preferMore(reading, at)
  if (from < 0 || from > end) return undefined
  const assumed = `“${said(reading, at, from)}” is read so that whoever has it scores: steps are preferences of their own, such as “prefer at least 20 open roles, weight 2”.`
  for (let i = from + 1; i < end && ends(reading, i) < 0; i++) {
    const behind = theBetter(reading, i)
    if (behind >= 0 && (behind >= end || isOver(reading, behind)))
      return { from, assumed, until: i, end: behind }
  }
  return { from, assumed, end: from }
}
