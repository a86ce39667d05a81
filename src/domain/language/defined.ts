import { conjuncts } from './follow-ups/edit.ts'
import { sameCriteria } from '../criteria/same.ts'
import type { Interpretation } from './interpretation.ts'
import type { Situation } from './situation.ts'

/** What was asked is what a word means, of which nobody knows better than who said it. */
const ASKS_MEANING =
  /\b(?:what makes|how (?:often|recent|recently|high|large|many)|how much spent|which ages|after how long|(?:engaged|active|inactive) in what|counts? as)\b/iu
/** "I mean …", "say …", "those with …". */
const MEANS =
  /^\W*(?:(?:well|so|ok|okay|hm+|no|yes|sorry|for me|for us|to me|by that|here)[\s,]+)*(?:(?:i|we)(?:['’]d)?\s+(?:mean|meant|would say|say|call(?:\s+it)?|count)|that means|meaning|let(?:['’]?s| us) say|say|basically|as in|defined? (?:it |them |that )?(?:as|by)|i\.?e\.?|those|people|customers|anyone|everyone|somebody|someone|they|it means)\b[\s:,]*(?:(?:people|customers|those|anyone|everyone|somebody|someone|they)\s+)?(?:(?:who|with|that|whoever)\s+)?/iu
const NUMBER = /^\W*(?:\d|at least|more than|over|above|minimum|two|three|four|five|six|ten|twice|from)/iu

/** Reads another text, with other criteria at hand or none that were asked about. */
type Reread = (text: string, situation: Situation) => Interpretation

/**
 * "I mean 3 or more orders", where it was asked what makes customers good ones: that is what they are, beside what was
 * clear. Undefined where something else was asked, or nothing complete is said.
 */
export function defined(
  text: string,
  { asked = [], question, ...rest }: Situation,
  reread: Reread,
): Interpretation | undefined {
  if (question === undefined || !ASKS_MEANING.test(question)) return undefined
  const lead = MEANS.exec(text)?.[0] ?? ''
  if (lead === '' && !NUMBER.test(text)) return undefined
  const said = text.slice(lead.length).trim()
  const { criteria: partial, ...alone } = rest
  for (const words of [`customers with ${said}`, `customers who ${said}`, `customers ${said}`]) {
    const read = reread(words, alone)
    if (read.kind !== 'criteria' || read.intent !== 'count' || 'note' in read) continue
    // A reading that was offered is chosen by its own words.
    if (asked.some(({ criteria }) => criteria !== undefined && sameCriteria(criteria, read.criteria)))
      return undefined
    return {
      ...read,
      intent: 'refine',
      criteria:
        partial === undefined ? read.criteria : { all: [...conjuncts(partial), ...conjuncts(read.criteria)] },
      receipt: [{ text, start: 0, end: text.length, as: 'condition', meaning: rest.describe(read.criteria) }],
    }
  }
  return undefined
}
