import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Doubt, type Meaning, question } from './meaning.ts'
import { type Reading, said } from './reading.ts'

const DENIAL = /^(?:not|never|no|without|none|nobody|nothing|neither)$/

/**
 * A "not" within a phrase has to change what the phrase means: one without which the same would be read was passed
 * over by whatever read it, and would let in those who were to stay out. Whatever phrases are added, that is asked.
 */
export function unheardDenial(
  reading: Reading,
  { criteria }: Meaning,
  from: number,
  to: number,
): Doubt | undefined {
  if (criteria === undefined) return undefined
  const tokens = reading.tokens.slice(from, to)
  const unheard = tokens.findIndex(
    ({ word }, at) =>
      (DENIAL.test(word) || (word === 'single' && asksForAny(criteria))) &&
      !isSaidAgain(reading, tokens, at, criteria) &&
      isReadAs(reading, tokens.toSpliced(at, 1), criteria),
  )
  if (unheard < 0) return undefined
  const words = said(reading, from, to)
  return question(
    from,
    to,
    `“${words}”: I can’t tell what “${said(reading, from + unheard, from + unheard + 1)}” takes away there. Can you say it in another way?`,
  )
}

/** "no Tea and no Coffee": the same word again, which says of the second what "no Tea or Coffee" says of both. */
function isSaidAgain(reading: Reading, tokens: Reading['tokens'], at: number, criteria: Criteria): boolean {
  const [joint, word] = [tokens[at - 1], tokens[at]?.word]
  if (joint === undefined || !/^(?:and|or)$/.test(joint.word)) return false
  if (!tokens.slice(0, at - 1).some((token) => token.word === word)) return false
  return isReadAs(reading, tokens.toSpliced(at - 1, 2, { ...joint, word: 'or', text: 'or' }), criteria)
}

/** "single-order women" ordered once; where only somebody's single order is spoken of, it says that by itself. */
const asksForAny = (criteria: Criteria): boolean =>
  isCondition(criteria) &&
  criteria.type === 'orders' &&
  criteria.measure === 'count' &&
  criteria.op === '>=' &&
  criteria.where === undefined

/** Whether the tokens alone are one phrase that means the criteria. */
function isReadAs(reading: Reading, tokens: Reading['tokens'], criteria: Criteria): boolean {
  const alone = reading.over(tokens)
  const found = alone.unit(alone, 0)
  return (
    found?.end === tokens.length &&
    found.value.criteria !== undefined &&
    canonicalJson(found.value.criteria) === canonicalJson(criteria)
  )
}
