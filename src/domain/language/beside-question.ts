import type { Interpretation } from './interpretation.ts'
import type { Situation } from './situation.ts'

/** No request that stands by itself, though nothing may be at hand that it could change. */
const FRAGMENT =
  /^(?:and|but|or|with|without|in|not|never|only|just|at|over|under|more|less|exclude|excluding|except|no|also|plus|minus|that|those|these)\b/iu

/** How the question begins that is asked before something is saved without what is open. */
const WITHOUT_IT = 'What was asked before is still open, and no part of it'

/**
 * What a message means that stands behind a question and answers it not. Whoever goes on without choosing leaves out
 * what was asked: that is said, and asked again before it is saved.
 */
export function besideQuestion(found: Interpretation, text: string, situation: Situation): Interpretation {
  const { question, criteria, describe } = situation
  if (question === undefined) return found
  const saves = found.kind === 'command' && found.command.do === 'save'
  if (saves && criteria !== undefined && !question.startsWith(WITHOUT_IT)) {
    return {
      kind: 'question',
      question: `${WITHOUT_IT} (${question}) Shall I save those at hand, who ${describe(criteria)}?`,
      options: [{ label: 'yes, those at hand', text: text.trim() }],
      partial: criteria,
      receipt: found.receipt,
    }
  }
  if (found.kind !== 'criteria' || (found.intent !== 'refine' && !FRAGMENT.test(text.trim()))) return found
  const left = `Of what was asked before (“${question}”) only what you say now counts.`
  return { ...found, assumptions: [...found.assumptions, left] }
}
