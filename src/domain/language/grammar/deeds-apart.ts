import { type Meaning, question } from './meaning.ts'
import type { State } from './sentence-state.ts'
import type { Node } from './tree.ts'

const DEEDS = new Set([
  'orders',
  'nth_order',
  'items',
  'share',
  'change',
  'figures',
  'order_gap',
  'purchases',
  'events',
])

/** Whether something that people did is asked for. */
export const isDeed = ({ criteria, people: named }: Meaning): boolean =>
  named !== true && criteria !== undefined && 'type' in criteria && DEEDS.has(criteria.type)

/** Words that join a phrase to what stands before it, and that the phrase has read itself. */
const joins =
  /^(?:without|whose|who|that|which|and|but|yet|never|averaging|having|\w+(?:end|uy|order|hop|plac|open|click|view|visit|mak|chas|us)ing)$/

/** "average order above 80 with at least 3 orders": so many orders in all, with nothing said of them. */
const isPlainCount = ({ criteria }: Meaning): boolean =>
  criteria !== undefined &&
  'type' in criteria &&
  criteria.type === 'orders' &&
  criteria.measure === 'count' &&
  criteria.where === undefined &&
  criteria.within === undefined

/** Two deeds side by side, with no word that joins them, may belong together in a way that was not read. */
export function apart(state: State, before: Node | undefined, next: Meaning, to: number): void {
  if (before?.kind !== 'leaf' || before.to !== state.at || !isDeed(before.meaning) || !isDeed(next)) return
  const word = state.reading.tokens[state.at]?.word ?? ''
  if (joins.test(word) || (word === 'with' && isPlainCount(next) && before.meaning.criteria !== undefined))
    return
  state.doubts.push(
    question(before.from, to, 'How do these belong together? Please join them with “and”, “or” or “but”.'),
  )
}
