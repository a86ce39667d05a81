import { whereOf } from '../../language/grammar/asked.ts'
import { heldCode, TOOK } from '../../language/grammar/code-words.ts'
import { allOf, type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { nthOfOrders } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { ofWhole, type Parser } from '../../language/grammar/reading.ts'

const used = phrase('used|using|use|had|with|redeemed|applied|entered', ...TOOK)
const on = phrase('on|for|with|in|at')
const joint = phrase(',|;|-? and|but|then|yet?')
const LATE = 'later|following|subsequent|other'
/** "nothing afterwards" may be no order at all; "none" is of the code that was named. */
const NONE = ['none|never|not', 'no discount|promo? code|codes|coupon|coupons|discount|discounts|promo']
const noneLater = phrase(
  ...NONE.flatMap((none) => [
    `${none} since|again|after|afterwards|afterward|thereafter|later`,
    `${none} after|since that|then|this|it`,
    `${none} on any|the? ${LATE} order|orders|purchase|purchases|one|ones`,
  ]),
)

/** All codes of the data are looked through at each word, where nothing of the kind need be said at all. */
const speaksOfNone = ofWhole((reading) => reading.tokens.some((_, at) => noneLater(reading, at) >= 0))

/** `a coupon on the first order, none afterwards`: no other order had one; whoever ordered once is in. */
export const codeOnce: Parser<Meaning> = (reading, at) => {
  if (!speaksOfNone(reading)) return undefined
  const held = heldCode(reading, skip(reading, at, used))
  const opened = held === undefined || held.value.coded === false ? -1 : on(reading, held.end)
  const first = opened < 0 ? undefined : nthOfOrders(reading, opened)
  if (held === undefined || first?.value.nth !== 1 || first.value.onward === true) return undefined
  const end = noneLater(reading, skip(reading, first.end, joint))
  if (end < 0) return undefined
  const where = whereOf(held.value)
  if (where === undefined || where.discounted === false) return undefined
  const criteria = allOf([
    { type: 'nth_order', nth: 1, where },
    { type: 'orders', measure: 'count', op: '=', value: 1, where },
  ])
  return { value: meaning(criteria, [ONE_ORDER]), end }
}

const ONE_ORDER = 'People with one order, which had it, are in too.'
