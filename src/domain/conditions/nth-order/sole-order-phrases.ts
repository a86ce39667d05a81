import { ordersAsked, told } from '../../language/grammar/asked.ts'
import { totalSlot } from '../../language/grammar/buying.ts'
import { allOf, type Meaning } from '../../language/grammar/meaning.ts'
import { nthMeaning } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { likeWhat } from './like-what.ts'
import { ORDER_IS } from './nth-order-phrases.ts'
import { links } from './order-links.ts'

const soleOrder = phrase(
  'whose|their|his|her only|sole|one single? order|purchase|transaction ever?',
  'whose|their|his|her single|lone order|purchase|transaction',
  'the|their|his|her? only|sole|one order|purchase they|that they? have|had? ever? made|placed|had',
)
const once = phrase(
  'placed|made|with|had? exactly|just|only one|1|single order|purchase ever?',
  'placed|made|with|had? exactly|just|only? one|1 order|purchase only|ever|total',
  'placed|made|with|had? a single order|purchase ever?',
  'bought|ordered|purchased|shopped exactly|just|only once ever?',
  'bought|ordered|purchased|shopped once only|ever',
)
const ofIt = phrase(
  ',|-|;|:|( and? that|this|the? one|order|purchase? was|is|came',
  ',|-|;|:|( and? it was|is|came',
  ',? and that|this|the? one|order|purchase was|is|came',
  ',? and|but it|that|this was|is|came',
  ',? which|that was|is',
  ',|-|;|:|(',
)
const closing = phrase(')')

/** `their only order was over 80`, `exactly one order, worth 100 or more`: there is one, and it is like that. */
const soleOrderIs: Parser<Meaning> = (reading, at) => {
  const named = soleOrder(reading, at)
  const counted = named >= 0 ? -1 : ofIt(reading, once(reading, at))
  if (named < 0 && counted < 0) return undefined
  const linked = named >= 0 ? links(reading, named) : { negative: false, end: counted }
  // Behind a comma a time or a place may as well be said of the people.
  const plain = counted >= 0 && isSign(reading, counted - 1)
  const like = likeWhat(reading, at, linked.end, plain ? [totalSlot] : ORDER_IS)
  if (like === undefined) return undefined
  const { value: slots, end } = like
  const first = nthMeaning({ nth: 1, placed: false, assumptions: [] }, slots, linked.negative)
  const { criteria } = first
  const one = ordersAsked('count', { tests: [{ op: '=', value: 1 }], bare: false }, { where: {} })
  if (criteria === undefined) return { value: told(undefined, slots), end }
  return {
    value: { ...first, criteria: allOf([one, criteria]) },
    end: plain ? skip(reading, end, closing) : end,
  }
}

const isSign = ({ tokens }: Reading, at: number): boolean => tokens[at]?.kind === 'sign'

export const soleOrderPhrases: readonly Parser<Meaning>[] = [soleOrderIs]
