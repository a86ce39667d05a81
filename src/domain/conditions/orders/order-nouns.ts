import { phrase } from '../../language/grammar/phrase.ts'

export const lead = phrase(
  'placed|place|placing|made|make|making|had|have|has|with|having|got|completed|done|did|of|who|that|are|been',
  'put|puts in',
  'there are',
  'across',
  'spread|split over|across',
)

export const none = phrase(
  'no|without|zero',
  'no single',
  'not a single',
  'not any',
  'not one',
  'without any|a|an|another|further|placing',
  'without placing|making any|a|an|another',
  'without a single',
  'never any|once|a|an',
  'not a',
  'not once|ever a|an',
  'not even a|one single?',
)
export const nothingDone = phrase(
  'nothing|none bought|ordered|purchased',
  'nothing|none at all bought|ordered|purchased',
  'nothing|none whatsoever bought|ordered|purchased',
  'bought|ordered|purchased nothing|zilch|nada whatsoever?',
  'bought|ordered|purchased nothing at all',
  'no orders|order|purchase|purchases placed|made',
)

export const apartWord = /^(?:different|separate|distinct|individual)$/
export const isBasket = /^(?:baskets?|value|size|total)$/
export const some = phrase('any|some', 'a|an', 'a single', 'only one|a', 'just one', 'one single', 'the')
export const single = phrase(
  'a single',
  'only one',
  'just one',
  'one single',
  'only a single',
  'just a',
  'only a',
)

export const orderAdjective = phrase(
  'separate|different|single|distinct|individual|total|lifetime|completed|paid|historical|previous|prior|past|successful|more',
)

export const noun = phrase(
  'order|orders|purchase|purchases|transaction|transactions',
  'purchase|order history',
  'purchase|purchases|order|orders made|placed',
  // What lies in a cart is no order; what it came to is.
  'basket|baskets value|size|total?',
)

export const countNoun = phrase(
  'order|purchase|transaction count',
  'number|count of orders|purchases|transactions',
  'order|purchase frequency',
)

export const plainCount = phrase('total? orders|purchases|transactions')
