import type { Condition } from '../conditions/index.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { readClauses } from './grammar/clauses.ts'
import { type Doubt, question } from './grammar/meaning.ts'
import { LEXICON, phrase } from './grammar/phrase.ts'
import { type Reading, said } from './grammar/reading.ts'
import { THAT_IS } from './grammar/that-is.ts'
import { build, type Leaf, leavesIn } from './grammar/tree.ts'
import { window } from './grammar/window.ts'
import { isNumbered, isTitleWord } from './intents/title-words.ts'
import type { Message } from './read-message.ts'
import { unit } from './unit.ts'
import { namesProduct } from './linking/links.ts'

/** "window shoppers: 3+ product views …", "loyalists = 3+ orders": a title of a few words that is no condition. */
export function titleEnd({ reading }: Message, from: number): number {
  const marks = /^[:=]$/
  const colon = reading.tokens.findIndex((token, i) => i > from && i <= from + 6 && marks.test(token.word))
  const told = nicknamed(reading, from) ?? saidExactly(reading, from)
  if (told !== undefined) return told
  if (colon < 0 || colon + 1 >= reading.tokens.length) return from
  // "email: yes, sms: no"
  const [answer, behind] = reading.tokens.slice(colon + 1).map(({ word }) => word)
  if (/^(?:yes|no|y|n)$/.test(answer ?? '') && /^(?:[,.;]|)$/.test(behind ?? '')) return from
  if (isMadeExact(reading, from, colon, colon + 1)) return colon + 1
  const words = reading.tokens.slice(from, colon)
  if (words.some((token, i) => !isTitleWord(token) && !isNumbered(token, words[i - 1]))) return from
  // "women who bought sku: ABC123" says whom it wants.
  if (words.some(({ word }) => /^(?:who|whose)$/.test(word))) return from
  // "flip it: …" speaks of what is at hand.
  if (reading.situation.criteria !== undefined && words.some(({ word }) => POINTS.test(word))) return from
  // "browse abandoners: viewed Tea last week" is one condition.
  const across = unit(reading, from)
  if (across?.value.criteria !== undefined && across.end > colon + 1) return from
  // A time before the colon is no title: "last month: who ordered?"
  const before = readClauses(reading, unit, from, colon)
  for (let at = from; at < colon; at++) {
    const time = window(reading, at)
    // "Xmas cards: …" names what it is for.
    if (time === undefined || before.leftovers.some(([first]) => first === time.end)) continue
    // "people we lost over the summer: ordered in May, …" says of what the rest tells in its own times.
    const spoken = before.leftovers.some(([, last]) => last <= at)
    if (!spoken || !hasTime(reading, colon + 1)) return from
  }
  const doubts = before.doubts.filter(({ ofTime }) => ofTime !== true)
  const named = before.leftovers.length > 0 && doubts.length === 0
  if (named && reading.tokens[colon]?.word === ':') return colon + 1
  // "low AOV but frequent: under 50 on average …": vague words that the rest makes exact.
  const equal = reading.tokens[colon]?.word === '='
  const defined = equal && before.node !== undefined && leavesIn(before.node).every(isOfThePeople)
  if (before.node !== undefined && before.doubts.length === 0 && !named && !defined) return from
  const rest = readClauses(reading, unit, colon + 1, reading.tokens.length, 0)
  const whole = rest.node !== undefined && rest.leftovers.length === 0 && rest.doubts.length === 0
  // "frequency = 5", "shipping country = France": no title, but a field with its value.
  return whole && !(equal && rest.node !== undefined && leavesIn(rest.node).every(isNamed)) ? colon + 1 : from
}

/** "Reachable = has a phone": what it means elsewhere is not what is meant here. */
const isOfThePeople = ({ meaning: { criteria } }: Leaf): boolean =>
  criteria !== undefined && leavesOf(criteria).every(({ condition }) => isOfPeople(condition))

const isNamed = ({ meaning }: Leaf): boolean => meaning.nominal === true

const hasTime = (reading: Reading, from: number): boolean =>
  reading.tokens.some((_, at) => at >= from && window(reading, at) !== undefined)

/** What a title may be of, so that what it names is no condition: "Coffee launch: women in France". */
const OF_WHAT =
  /^(?:campaigns?|promos?|promotions?|mailings?|mails?|emails?|newsletters?|launch|offers?|segments?|audiences?|lists?|tests?|sale|events?|projects?|push|drive|drop|brief|request|for)$/

/**
 * "Loyal UK: 5+ orders": a title that names a place, a tag or a segment which is not said again behind it. Whether
 * that counts too is asked, because dropping it would reach more people.
 */
export function namedInTitle(
  { reading }: Message,
  from: number,
  title: number,
  rest: Criteria | undefined,
): Doubt | undefined {
  if (title - from < 2 || rest === undefined) return undefined
  const words = reading.tokens.slice(from, title - 1)
  if (words.some(({ word }) => OF_WHAT.test(word))) return undefined
  const product = productIn(reading, from, title - 1)
  const bought = leavesOf(rest).some(({ condition }) =>
    /^(?:purchases|nth_order|items)$/.test(condition.type),
  )
  if (product !== undefined && !bought && !JSON.stringify(rest).includes('"product"')) {
    const text = said(reading, from, title - 1)
    return question(
      from,
      title,
      `Is “${text}” only a title, or is ${product} what they should have bought?`,
      [
        ['only a title', ''],
        [`bought ${product}`, `bought ${product}; `],
      ],
    )
  }
  const { node } = readClauses(reading, unit, from, title - 1)
  const again = new Set(leavesOf(rest).map(({ condition }) => aboutOf(condition)))
  const named = (node === undefined ? [] : leavesIn(node)).filter(
    ({ meaning: { criteria, nominal, people } }) =>
      (nominal === true || people === true) &&
      criteria !== undefined &&
      leavesOf(criteria).every(({ condition }) => isOfPeople(condition) && !again.has(aboutOf(condition))),
  )
  if (named.length === 0) return undefined
  const text = named.map((leaf) => said(reading, leaf.from, leaf.to)).join(', ')
  return question(
    from,
    title,
    `Is “${said(reading, from, title - 1)}” only a title, or does “${text}” count too?`,
    [
      ['only a title', ''],
      [`“${text}” counts too`, `${text}; `],
    ],
  )
}

/** "cleanser on repeat: …": a product in a title that says how it is bought. */
function productIn(reading: Reading, from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const link = reading.links.at(at).find(namesProduct)
    if (link !== undefined && link.end <= to && !LEXICON.has(reading.tokens[at]?.word ?? ''))
      return link.label
  }
  return undefined
}

const isOfPeople = ({ type }: Condition): boolean =>
  type === 'attribute' ||
  type === 'consent' ||
  type === 'segment' ||
  type === 'rfm' ||
  type === 'company' ||
  type === 'person'

const aboutOf = (condition: Condition): string =>
  'field' in condition ? `${condition.type} ${condition.field}` : condition.type

const POINTS = /^(?:it|that|this|them|those|these)$/

const thatIs = phrase(
  ...THAT_IS,
  ',|-|(|:? basically|essentially|specifically|aka|so ,?',
  ',|-|(|:? in other words ,?',
  '=',
)
/** So many words at most are a title. */
const MOST_AHEAD = 12

/** What people call groups that no data knows: behind it stands who they are. */
const nickname = phrase(
  'the|our|my|all? night|late owls',
  'the|our|my|all? early|morning birds|risers',
  'the|our|my|all? weekend|holiday warriors',
  'the|our|my|all? window shoppers|shopper|browsers',
  'the|our|my|all? tire|tyre kickers',
  'the|our|my|all? bargain|deal|discount|sale|coupon hunters|seekers|lovers|chasers|clippers|addicts',
  'the|our|my|all? cherry pickers',
  'the|our|my|all? penny pinchers',
  'the|our|my|all? big|small|cold|quick fish|ones|fry',
  'the|our|my|all? quiet|silent|sleepy|hot|cold|loud|keen|lazy ones|crowd|bunch',
  'the|our|my|all? local heroes',
  'the|our|my|all? rising stars',
  'the|our|my|all? sleeping beauties|giants',
  'the|our|my|all? die hards',
  'the|our|my|all? superfans|sleepers|ghosts|zombies|lurkers|hoarders|diehards|freeloaders|snoozers|dreamers|drifters',
)
const pause = phrase(',|-|(|:')

/** "night owls, orders between 11pm and 2am": where it begins who is meant by a nickname. */
function nicknamed(reading: Reading, from: number): number | undefined {
  const named = nickname(reading, from)
  const start = named < 0 ? -1 : pause(reading, named)
  if (start < 0) return undefined
  const rest = readClauses(reading, unit, start, reading.tokens.length, 0)
  const criteria = rest.node === undefined ? undefined : build(rest.node).criteria
  const whole = rest.leftovers.length === 0 && rest.doubts.every((doubt) => doubt.vague !== true)
  // "window shoppers, French" says where they live, and not what makes them such.
  const deeds =
    criteria !== undefined &&
    leavesOf(criteria).some(({ condition }) => !isOfPeople(condition) && condition.type !== 'consent')
  return whole && (deeds || rest.doubts.length > 0) ? start : undefined
}

/** "the lapsed folks, basically anyone that …": where what is meant by vague words begins. */
function saidExactly(reading: Reading, from: number): number | undefined {
  for (let at = from + 1; at < Math.min(from + MOST_AHEAD, reading.tokens.length); at++) {
    const opened = thatIs(reading, at)
    if (opened >= 0 && (isMadeExact(reading, from, at, opened) || isSaidAgain(reading, from, at)))
      return opened
  }
  return undefined
}

const definition = phrase(...THAT_IS)

/** "valentine’s shoppers, i.e. ordered Feb 13 or 14": what the rest says again of the same, and more exactly. */
function isSaidAgain(reading: Reading, from: number, to: number): boolean {
  const start = definition(reading, to)
  if (start < 0) return false
  const before = criteriaOf(reading, from, to)
  const rest = criteriaOf(reading, start, reading.tokens.length)
  if (before === undefined || rest === undefined) return false
  const again = new Set(leavesOf(rest).map(({ condition }) => aboutOf(condition)))
  return leavesOf(before).every(({ condition }) => !isOfPeople(condition) && again.has(aboutOf(condition)))
}

/** What words say that are read to their end, and leave nothing open. */
function criteriaOf(reading: Reading, from: number, to: number): Criteria | undefined {
  const { node, leftovers, doubts } = readClauses(reading, unit, from, to, 0)
  return node === undefined || leftovers.length > 0 || doubts.length > 0 ? undefined : build(node).criteria
}

/** "small basket but frequent: AOV under 30 and 5 orders": nothing but vague words, and behind them what they mean. */
function isMadeExact(reading: Reading, from: number, to: number, start: number): boolean {
  const before = readClauses(reading, unit, from, to)
  const vague = before.doubts.length > 0 && before.doubts.every((doubt) => doubt.vague === true)
  if (before.node?.kind !== undefined && build(before.node).criteria !== undefined) return false
  if (!vague || before.leftovers.length > 0) return false
  const rest = readClauses(reading, unit, start, reading.tokens.length, 0)
  // What is open behind it is asked instead of what the title means.
  const plain = rest.doubts.every((doubt) => doubt.vague !== true)
  return rest.node !== undefined && rest.leftovers.length === 0 && plain
}
