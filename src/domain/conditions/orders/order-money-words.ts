import { SHOULD_BE } from '../../language/grammar/duty.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { type Phrase, phrase } from '../../language/grammar/phrase.ts'
import { wordAt } from '../../language/grammar/reading.ts'

export const spendVerb = phrase(
  'spent|spend|spends|spending|paid',
  'paid|pay|pays us',
  'pay|pays',
  'shelled|forked|splashed|paid|laid|doled out',
  'shell|fork|splash out',
  'dropped|splurged|splashed|blew|blown',
  'coughed up',
  'all together|in|told ,? they? still|have|has? spent|spend|paid',
  'together they? spent|spend|paid',
  'parted with',
  'brought|brings|bring us? in',
  'brought|earned|made us',
  'generated|generates|generate',
)
export const isWord = phrase(
  ...SHOULD_BE,
  'is|was|of|are|=|:|has|being|that|equals|came|comes|come|to|sits|lies|falls|ranges|hovers|lands|stands',
  'sits|lies|falls|ranges|lands somewhere|anywhere',
  'amounts|adds|add|comes|come up? to',
  'value of|is|was',
)
export const spendNoun = phrase(
  'a|an|the|their|whose? total|lifetime|overall|cumulative|combined|all|historical? time|customer? spend|spending|spendings|ltv|clv|cltv|revenue',
  'a|an|the|their|whose? lifetime|total|customer lifetime? value|revenue|purchases|sales',
  'a|an|the|their? total|lifetime purchase|order|amount|money? value|spent|spend|amount',
  'customer lifetime value',
  'lifetime total',
  'a|an|the|their? total|lifetime|overall? outlay|expenditure|outgoings',
  'money|amount spent',
  'a|an|the|their|whose? sum|total of all? their|his|her|the? orders|purchases|order values|totals?',
  'sum ( total|totals|amount )',
  'a|an|the|their|whose? lifetime|total|overall revenue|value|spend so|to far|date',
)
export const netNoun = phrase(
  'a? net spend|spending|revenue',
  'spent|spend|spending net of refunds|returns',
  'net spent|spend',
)
export const netAfter = phrase(
  'net',
  'net of refunds|returns',
  'after refunds|returns',
  'excluding|less refunds|returns',
  'minus refunds|returns',
  ',? once|after|when|with refunds|returns are|were|being? taken|deducted|subtracted|removed|knocked off|out|away?',
  ',|(? not|without counting|including refunds|returns',
  ',|(? refunds|returns are? not counted|included )?',
  ',|(? refunds|returns are? excluded|deducted|subtracted|removed )?',
  ',|(? less|minus|excluding any|all|their refunds|returns',
)
export const averageNoun = phrase(
  'a|an|the|their|whose|with? average|avg|mean|typical order|basket|purchase|cart|ticket value|size|total|amount|spend?',
  'aov|abv|atv',
  'an? aov',
  'whose aov',
  'order|basket|purchase|cart|ticket value|size|total? average|avg|mean',
  'average spend|spending per order|purchase|basket',
)
export const averageVerb = phrase(
  'spend|spends|spent|pay|pays|paid on average',
  'on average spend|spends|spent|pay|pays|paid',
  'spend|spends|spent|pay|pays|paid an average of',
  'averaging|average|averages',
)
/** “average online order”, “typical in-store basket”: where they ordered stands between. */
export const averageWord = phrase('a|an|the|their|whose|with? average|avg|mean|typical')
export const averagedNoun = phrase(
  'order|basket|purchase|cart|ticket value|size|total|amount|spend?',
  'spend',
)
export const perOrder = phrase(
  'per order|purchase|transaction|basket',
  'on average',
  'an order',
  'each|every order|time|purchase|transaction',
  'on average per|an order|purchase|transaction|basket',
  'per order|purchase|transaction|basket on average',
  'an|each|every order|purchase|time on average',
)
export const inOneOrder = phrase(
  'in|on|with|at one|single order|purchase|transaction|basket|go|visit',
  'in|on|with an|any order|purchase|transaction|basket',
  'in|on|with|at a|one single|one? order|purchase|transaction|basket|go|visit',
  'at once',
  'in one go',
)
export const largestNoun = phrase(
  'a|an|the|their|whose? biggest|largest|highest|max|maximum|greatest|top|priciest single|individual|ever|one? order|purchase|transaction|basket value|total|amount?',
)
const theLargest = phrase('the|their? biggest|largest|highest|priciest one')
/** "3 orders, the largest one 180 or above": of orders that were spoken of. */
export const largestOne: Phrase = (reading, at) => {
  const end = theLargest(reading, at)
  // Its own words stand at few places, and looking back costs at each.
  const ofOrders = () =>
    [...placesBefore(at)].some((i) => /^(?:orders?|purchases?)$/.test(wordAt(reading, i)))
  return end >= 0 && ofOrders() ? end : -1
}
export const smallestNoun = phrase(
  'a|an|the|their|whose? smallest|cheapest|lowest|min|minimum|least single|individual|ever|one? order|purchase|transaction|basket value|total|amount?',
)
export const savedVerb = phrase(
  'saved',
  'saved a total of',
  'got|received|had discounts of|worth|totalling',
  'orders where they saved',
  'been discounted',
)
export const savedNoun = phrase('total? discount|savings received|amount|total?', 'total discounts')
/** Behind an amount they say that it was taken off: “got more than $50 off in total”. */
export const takenOff = phrase(
  'off',
  'knocked|taken|shaved|slashed off',
  'off in|through|with|from|by|of? discounts|codes|coupons|promotions|offers',
  'in|of|worth discounts|savings|markdowns',
  'in|of|worth of discounts|savings',
  'discount|discounts|savings in total|all?',
)
export const gotWord = phrase('got|gotten|received|had|have|enjoyed', 'been? given')
export const inDiscounts = phrase(
  'in|through|with|from|by discounts|savings|coupons|codes|offers',
  'through|with discount codes',
)
export const spentBehind = phrase(
  'spent',
  'in? total|lifetime|overall? spend|spending|spent',
  'of|in total|lifetime|overall? spend|spending|purchases|sales|revenue|orders value?',
  'worth of purchases|orders|goods|stuff',
  'spenders|spender',
  'spent with|at|on us',
  'in? ltv|clv|cltv',
  'in? lifetime value',
  'in|of revenue',
  'or more spent',
)

export const averageBehind = phrase(
  'aov|abv|atv',
  'average|avg|mean order|basket value|size?',
  'on average per order',
)

/** “less than $100 lifetime”: money over all of somebody’s orders. */
export const altogether = phrase(
  'lifetime|overall|altogether',
  'all together',
  'in total|all',
  'all time|told|in',
  'to date',
  'over all time',
  'to|for us',
)

const COIN = 'cent|penny|dime|dollar|euro|pound|buck|quid'
export const nothingWord = phrase('nothing', 'no money', `no ${COIN}`)
export const anythingWord = phrase(
  'anything|something',
  'any money',
  `a|one|even single? ${COIN}`,
  `even a|one single? ${COIN}`,
)
