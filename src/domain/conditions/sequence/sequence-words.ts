import { countOf } from '#kernel/text.ts'
import type { ReadingContext } from '../define.ts'
import { deedWords } from '../shared/deed.ts'
import { withinWords } from '../shared/order-rows.ts'
import type { SequenceCondition, Start } from './sequence.ts'

/** `signed up`, `ordered`, `opened an e-mail for the first time` */
export const stepWords = (deed: Start, onlyFirst: true | undefined, ctx: ReadingContext): string =>
  deed.did === 'signed_up' ? 'signed up' : deedWords(deed, ctx) + (onlyFirst ? ' for the first time' : '')

/**
 * `signed up and then ordered within 3 days of that`; with `not`: `at least once clicked an e-mail and then never
 * ordered within 2 days of that, which are over`.
 */
export function sequenceWords(condition: SequenceCondition, ctx: ReadingContext): string {
  const { first, first_ever, next, next_first_ever, not, times, apart, within } = condition
  const once = first.did === 'signed_up' || first_ever === true
  const begun =
    (not && !once ? 'at least once ' : '') + stepWords(first, first_ever, ctx) + withinWords(within)
  const done = stepWords(next, next_first_ever, ctx) + (times === undefined ? '' : ` at least ${times} times`)
  if (apart === undefined) return `${begun} and then ${not ? 'never ' : ''}${done} after that`
  const span = countOf(apart.n, apart.unit)
  if (!not) return `${begun} and then ${done} within ${span} of that`
  return `${begun} and then never ${done} within ${span} of that, which ${apart.n === 1 ? 'is' : 'are'} over`
}
