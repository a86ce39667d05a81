import { longestIn, phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { Abandonable } from './abandonable.ts'

/** What is abandoned, as people call it. */
const THINGS: readonly (readonly [Abandonable, ReturnType<typeof phrase>])[] = [
  [
    'added_to_cart',
    phrase('shopping? cart|carts|basket|baskets|bag|bags|trolley|trolleys', 'add to cart|basket'),
  ],
  [
    'started_checkout',
    phrase(
      'checkout|checkouts',
      'checkout process|page|flow|step',
      'check|checking out',
      'payment page|step',
    ),
  ],
  [
    'viewed_product',
    phrase('browse|browses|browsing', 'browsing|browse session|sessions', 'product browsing|views|view'),
  ],
]

const determiner = phrase('a|an|the|their|his|her|our|your|any|some|at', 'at the|our', 'on the|our|their')
const first = phrase('both|either')
const joint = phrase('and|or|nor|/', 'and / or', 'and|or also', ',')

export interface Things {
  readonly events: readonly Abandonable[]
  /** Each of them by itself, rather than any. */
  readonly all: boolean
  /** "cart but not checkout" */
  readonly spared?: readonly Abandonable[]
}

const butNot = phrase(',? but|and|yet not|never', ',? not', ',? without')

/** `their cart`, `cart or checkout`, `both a cart and a checkout`, `a cart but not a checkout`. */
export function thingsAt(reading: Reading, at: number): Found<Things> | undefined {
  const found = listAt(reading, at)
  const refused = found === undefined ? -1 : butNot(reading, found.end)
  const spared = refused < 0 ? undefined : listAt(reading, refused)
  if (found === undefined || spared === undefined) return found
  return { value: { ...found.value, spared: spared.value.events }, end: spared.end }
}

function listAt(reading: Reading, at: number): Found<Things> | undefined {
  let found = thingAt(reading, skip(reading, at, first))
  if (found === undefined) return undefined
  const events = [found.value]
  let all = false
  for (;;) {
    const next = joint(reading, found.end)
    const other = next < 0 ? undefined : thingAt(reading, next)
    if (other === undefined) return { value: { events: [...new Set(events)], all }, end: found.end }
    if (reading.tokens[found.end]?.word === 'and') all = true
    events.push(other.value)
    found = other
  }
}

const thingAt = (reading: Reading, at: number): Found<Abandonable> | undefined =>
  longestIn(reading, skip(reading, at, determiner), THINGS)

/** How people say that it was left: before what was left. */
export const leaving = phrase(
  'abandoned|abandon|abandons|abandoning|ditched|ditch|binned|dumped|deserted|unfinished|incomplete|uncompleted|unrecovered|open|outstanding|unpurchased|forgot|forgotten',
  'left|leave|leaving behind?',
  'walked|walk|walking away from',
  'bailed|bail|bailing out? on|at|from|during',
  'dropped|drop|dropping off|out? at|on|from|during',
  'dropped|drop|dropping out of',
  'dropped|dropping a|an|the|their',
  'fell|fall off|out at|during',
  'gave|give|giving up on|at|during',
  'quit|stopped at|during',
)

/** The same behind what was left: `cart abandoners`. */
export const leavers = phrase(
  'abandoner|abandoners|abandonment|abandonments|abandon|abandons|abandoned',
  'drop|dropped off|offs|out|outs',
  'dropoff|dropoffs|dropouts|dropout|leavers|bailers|dropper|droppers|ditchers|quitters|walkaways',
  'left|abandoned behind',
)

export const something = phrase(
  'something|anything|things|stuff|goods',
  'some|an|any|a|their|unpurchased|the? item|items|product|products|goods|stuff|things',
)

/** `something in the cart`: how it begins, and where it lies. */
export const leftIn = phrase(
  'left|leave|leaves|leaving|forgot|forgotten|with|having',
  'abandoned|abandon|abandoning|ditched',
  'still? has|have|had|having|got',
  'still with',
)
export const lying = phrase(
  'sitting|waiting|still|left|remaining|behind? in|at a|the|their|an|our? shopping? cart|carts|basket|bag|trolley',
  'in|at a|the|their|an|our? abandoned|unfinished|open? shopping? cart|carts|basket|bag|trolley',
)
/** "had Coffee in an abandoned cart" */
export const hadThere = phrase('had|has|have')
export const lyingAbandoned = phrase(
  'in an|their|a? abandoned|unfinished shopping? cart|carts|basket|bag|trolley',
)
export const lyingAtCheckout = phrase('sitting|waiting|still|left|behind? in|at the|their|our? checkout')

const whole = 'order|orders|checkout|checkouts|purchase|purchases|payment|transaction|process'

/** What was not done with it: finishing is that cart's own end, buying may be anything's. */
export const finishing = phrase(
  'finish|finished|finishing|complete|completed|completing|convert|converted|converting',
  'pay|paid|paying for?',
  'check|checked|checking out',
  'become|became|turn|turned|develop|developed|result|resulted|end|ended|lead|led into|in|up|to|as? an|a|any? order|orders|purchase|purchases|sale|sales',
  'checkout',
  'go|went|gone|going|follow|followed|following through with|on?',
  `finish|finished|finishing|complete|completed|completing|submit|submitted a|an|the|their|any? ${whole}`,
)
export const buying = phrase(
  'buy|bought|buying|purchase|purchased|purchasing|order|ordered|ordering',
  'place|placed|placing|make|made|making a|an|any|the|their order|orders|purchase|purchases',
)
export const finishedThing = phrase(
  'it|them|that|those|this',
  `the|their|his|her|that|a|an|any? ${whole}`,
  'the|their item|items|product|products',
  'anything|something',
  'a single? thing',
  'with it|that|the|their purchase|order?',
)
export const noOrder = phrase(
  'no|without|zero|with an|a|any|no? order|orders|purchase|purchases|transaction placed|made?',
  'no|zero order|orders|purchase|purchases placed|made?',
  'nothing bought|ordered|purchased',
  'have|has|had? bought|ordered|purchased nothing',
)
/** That they went, without a word of buying. */
export const gaveUp = phrase(
  'walked|wandered|went away|off',
  'bailed|vanished|disappeared out?',
  'gave up on it?',
  'abandoned|left it|them there?',
)
/** "didn’t complete their cart" */
export const cartsEnd = phrase(
  'finish|finished|finishing|complete|completed|completing a|the|their|his|her shopping? cart|basket|trolley',
)
/** Looking, with nothing said of what was looked at. */
export const looked = phrase(
  'looked|look|looks|looking|browsed|browse|browses|browsing around|round?',
  'had|have|took a look|browse around|round?',
)
export const beginning = phrase('started|start|began|begun|begin|initiated')
/** The completed ends of a checkout by itself: "didn’t complete their purchase". */
export const ownEnd = phrase(
  `finish|finished|finishing|complete|completed|completing the|their|his|her ${whole}`,
  'finish|finished|finishing|complete|completed|completing checkout|checkouts',
  'check|checked|checking out their|the? cart|basket|order',
)
export const afterwards = phrase(
  'since',
  'since then|that',
  'since doing so|it|that',
  'since|after adding|starting|leaving|abandoning|filling|viewing|browsing|looking it|them|that|the|a|their? cart|checkout|basket|product|page?',
  'after doing so|it|that',
  'at or after it|that|them?',
  'after|afterwards|afterward|subsequently|later|yet|thereafter',
  'after that|it|this',
  'so far',
  'as yet',
  'in the end',
)
export const andThen = phrase(
  ',? but|and|yet|then',
  ',? and|but then|also|still|they|who',
  ',',
  ', then|still',
  '- but',
  '. but|they',
)
export const still = phrase('still|they|who|that|which|then|left|bounced', 'who|they then|still|left')
/** "never ordered anything", "no orders ever": nothing at all is meant. */
export const atAll = phrase('ever|anything|something|before', 'a single? thing', 'at all', 'in their life')
