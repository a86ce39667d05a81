import type { Criteria } from '../criteria/schema.ts'
import { conjuncts } from './follow-ups/edit.ts'
import { mark, type Marks } from './grammar/marks.ts'
import type { Interpretation, Option } from './interpretation.ts'
import type { Message } from './read-message.ts'
import { receiptOf } from './receipt.ts'

/** Where a second count begins. */
const AND_HOW_MANY = /[,;?.]?\s+(?:(?:and|plus|then|also|vs|versus)\s+)*(?=how many\b)/giu
const OF_THOSE = /\bhow many\s+of\s+(?:those|these|them)\b/iu
const MOST = 4

const WHICH = 'That is more than one count. Each is counted by itself; which one should go on?'

/**
 * "how many gold customers do we have, and how many of those bought this quarter?": each counted, as readings to go on
 * with. Undefined where it is one count, or one of them can't be read for certain.
 */
export function severalCounts(
  message: Message,
  again: (text: string) => Interpretation | undefined,
): Interpretation | undefined {
  const { text, reading } = message
  const starts = [...text.matchAll(AND_HOW_MANY)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  )
  const [first] = starts
  if (first === undefined || starts.length >= MOST || !/\bhow many\b/iu.test(text.slice(0, first[0])))
    return undefined
  const parts = [0, ...starts.map(([, to]) => to)].map((from, i) =>
    text.slice(from, starts[i]?.[0] ?? text.length),
  )
  let before: Criteria | undefined
  const options: Option[] = []
  for (const part of parts) {
    const read = again(part.replace(OF_THOSE, 'how many customers'))
    if (read?.kind !== 'criteria') return undefined
    const ofThose = OF_THOSE.test(part) ? before : undefined
    const criteria: Criteria =
      ofThose === undefined ? read.criteria : { all: [...conjuncts(ofThose), ...conjuncts(read.criteria)] }
    const label = reading.situation.describe(criteria)
    options.push({ label, text: `customers who ${label}`, criteria })
    before = criteria
  }
  const marks: Marks = []
  mark(marks, 0, reading.tokens.length, 'command', WHICH)
  return { kind: 'question', question: WHICH, options, receipt: receiptOf(message, marks) }
}
