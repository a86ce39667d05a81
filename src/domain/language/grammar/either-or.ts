import type { Joint } from './joints.ts'
import { phrase } from './phrase.ts'
import { note, SAYS, type State } from './sentence-state.ts'
import type { Node } from './tree.ts'

const either = phrase(
  'either',
  'are|is|were|was|have|has|had|who|that|they either',
  'who|that|they are|is|were|was|have|has|had either',
)
/** "either of them", "either way": said of something before it. */
const ofThem = phrase('of', 'way|case|group|list|one|1', 'is|are|works')

/**
 * Where "either" ends, behind a joint that adds to what was said: "in Spain and either tagged gold or spent over 500".
 * What it opens is one condition beside those before it, whose parts "or" joins.
 */
export function opensEither({ reading, at, end }: State, joint: Joint | undefined): number {
  if (joint?.op !== 'and' && joint?.op !== 'comma') return -1
  const inside = either(reading, at)
  return inside < 0 || inside >= end || ofThem(reading, inside) >= 0 ? -1 : inside
}

/** "and either A or B": the choice is one condition beside those before it. */
export function choiceBehind(state: State, inside: number): Node | undefined {
  note(state, state.at, inside, 'condition', SAYS.or)
  state.at = inside
  state.depth++
  const node = state.expression('choice')
  state.depth--
  return node
}

/**
 * Whether a joint goes on behind the choice: a new sentence, what is left out, and, once its "or" was said, what a
 * comma adds. A plain "and" may belong to its last part, or to all of it: that is asked.
 */
export const endsChoice = (joint: Joint, hasOr: boolean): boolean =>
  joint.level === 3 ||
  joint.op === 'except' ||
  joint.op === 'unless' ||
  (hasOr && joint.level === 2 && joint.op !== 'or')
