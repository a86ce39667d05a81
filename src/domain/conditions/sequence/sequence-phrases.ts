import { canonicalJson } from '#kernel/hash.ts'
import { between, noSlots, timesSlot } from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { boughtProduct, productStep } from './sequence-products.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { products } from '../../language/grammar/products.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { cutAt } from '../shared/deed-phrases.ts'
import { firstLater } from './first-later-phrases.ts'
import { joinedSteps } from './sequence-meaning.ts'
import { isTheSame, ofTheSame, saysDidNot } from './sequence-object.ts'
import { apartBehind, type SaidApart } from './sequence-span.ts'
import { type Step, stepAt } from './sequence-steps.ts'

const thenJoint = phrase(
  ',? and? then',
  ',? and? then also|later|subsequently',
  ',? and? subsequently|later|afterwards',
  ',? followed by',
  ',? and went on to',
  ',? but then',
  ',? and? after it|that|this|which|wards',
)
const plainJoint = phrase(',? and|but|yet', ',? and|but|yet still', ',? and|but they|who', '- and|but')
/** "Weekly 41 clickers who haven’t ordered since" */
const who = phrase(',? who|that')
const without = phrase('without', 'with no')
/** The deed before it, by its noun: "after this click". */
const THE_DEED =
  'click|open|opening|visit|order|purchase|view|email|mail|message|signup|search|review|cart|checkout|reply'
const afterTheDeed = phrase(`after that|this|the first|last|very? ${THE_DEED}`)
const afterwards = phrase(
  'afterwards|afterward|later|subsequently|thereafter',
  'later on',
  `after that|this|the first|last|very? ${THE_DEED}`,
  'after that|it|this',
  'after doing so',
  'since then?',
  'since that|this|the click|open|visit|order|purchase|view|email|mail|message|signup',
  'since that|this|the first|last click|open|visit|order|purchase|view|email',
)
const trifles = phrase('something|anything|again|too|also', ',')

const comma = phrase(',')

/** `signed up then bought within 3 days`, `clicked an e-mail but didn’t order within 2 days`. */
const forward: Parser<Meaning> = (reading, at) => {
  const first = stepAt(reading, at)
  if (first === undefined || first.value.negative || first.value.again !== undefined) return undefined
  // “Ordered after this click” tells of the click before, and is followed by nothing.
  const then = afterTheDeed(reading, first.end) < 0 ? thenJoint(reading, first.end) : -1
  const plain = plainJoint(reading, first.end)
  const apartFrom = skip(reading, first.end, comma)
  const denied = without(reading, apartFrom)
  const whose = who(reading, first.end)
  const joined = Math.max(then, plain, denied >= 0 ? apartFrom : -1, whose)
  if (joined < 0) return undefined
  const how = then >= 0 ? 'then' : 'and'
  const behind = apartBehind(reading, joined)
  const again = behind === undefined ? undefined : fromTheSame(reading, behind.value, first.value)
  const apart = joined === whose && behind?.value.pointed !== true && again === undefined ? undefined : behind
  if (apart !== undefined && (apart.value.from === undefined || again !== undefined)) {
    const next = stepUpTo(reading, joined, apart.at, first.value)
    // "visited within 7 days and ordered within 30 days": both times are counted from now.
    if (next !== undefined && apartBehind(cutAt(reading, first.end), at) !== undefined) return undefined
    const end = again ?? apart.end
    if (next !== undefined)
      return joinedSteps(reading, { at, end, first, follower: next, joined, how, apart: apart.value })
  }
  return later(
    reading,
    at,
    first,
    joined,
    then >= 0 ||
      (buysNothing(reading, joined, first.value) && (denied >= 0 || didNot(reading, joined, first.value))),
  )
}

/** "opened Weekly 41 and ordered within 7 days after opening it": the deed before is named once more. Answers its end. */
function fromTheSame(reading: Reading, { from }: SaidApart, { deed }: Step): number | undefined {
  const again = from === undefined || deed?.did !== 'event' ? undefined : stepAt(reading, from)
  const other = again?.value.deed
  if (again === undefined || other?.did !== 'event' || deed?.did !== 'event') return undefined
  // "SMS drop clickers who ordered within 2 days of clicking": the verb alone is of any click.
  const clicks =
    again.end === (from ?? 0) + 1 &&
    [...other.event, ...deed.event].every((one) => one.startsWith('clicked_'))
  const same = other.event.join() === deed.event.join() || clicks
  const pointed = other.where === undefined || canonicalJson(other.where) === canonicalJson(deed.where ?? {})
  return same && pointed ? again.end : undefined
}

/** Of a product that was looked at; "opened an e-mail but did not buy" is told elsewhere. */
const didNot = (reading: Reading, at: number, { deed }: Step): boolean =>
  deed?.did === 'event' &&
  deed.where?.product !== undefined &&
  saysDidNot(reading, at, polarity(reading, at).end)

/** "visited last week without buying": of what has a time, nothing bought from then on. */
function buysNothing(reading: Reading, at: number, first: Step): boolean {
  const step = stepAt(reading, at)?.value
  if (first.deed?.did !== 'event' || first.within === undefined || step?.deed?.did !== 'ordered') return false
  return (
    step.negative &&
    step.again === undefined &&
    step.within === undefined &&
    step.deed.where === undefined &&
    (step.deed.product === undefined || isTheSame(first, step.deed.product))
  )
}

/** "opened an e-mail and ordered later", "viewed Tea, then bought it": no time is said. */
function later(
  reading: Reading,
  at: number,
  first: Found<Step>,
  joined: number,
  then: boolean,
): Found<Meaning> | undefined {
  const found = stepAt(reading, joined) ?? productStep(reading, joined, first.value)
  if (found === undefined) return undefined
  const unsaid = didNot(reading, joined, first.value) && buysNothing(reading, joined, first.value)
  const step = ofTheSame(reading, first.value, found, { from: joined, unsaid })
  const behind = skip(reading, step.end, trifles)
  // "since 1 January" is a time, and no "since then".
  const after = window(reading, behind) === undefined ? afterThat(reading, behind) : -1
  if (!then && after < 0 && !cameBackFor(found.value)) return undefined
  const end = after >= 0 ? after : step.end
  if (step.value.within !== undefined || window(reading, end) !== undefined)
    return { value: doubtful(question(at, end, HOW_LONG)), end }
  return joinedSteps(reading, { at, end, first, follower: step.value, joined, how: 'then', apart: undefined })
}

/** Also “… and ordered after”, with nothing behind it. */
const afterThat = (reading: Reading, at: number): number => {
  const ends = reading.tokens[at + 1]?.kind ?? 'sign'
  return afterwards(reading, at) >= 0 || wordAt(reading, at) !== 'after' || ends !== 'sign'
    ? afterwards(reading, at)
    : at + 1
}

/** "never came back for Tea": what is bought on coming back is bought later. */
const cameBackFor = ({ again, deed }: Step): boolean =>
  again !== undefined && deed?.did === 'ordered' && deed.product !== undefined

const HOW_LONG =
  'How long after the first may the second come? Say for example “within 7 days of that”, or leave “then” out.'

/** A step that fills the stretch up to a token, but for trifles. */
function stepUpTo(reading: Reading, at: number, end: number, first?: Step): Step | undefined {
  const cut = cutAt(reading, end)
  const found =
    stepAt(cut, at) ?? (first === undefined ? boughtProduct(cut, at) : productStep(cut, at, first))
  if (found === undefined) return undefined
  let rest = found.end
  for (let i = 0; i < 3; i++) rest = skip(reading, rest, trifles)
  if (rest !== end && found.end !== end) return undefined
  return first === undefined ? found.value : ofTheSame(cut, first, found, { from: at, unsaid: false }).value
}

/** `bought within 7 days of signing up`, `no second order within 60 days of the first`. */
const reverse: Parser<Meaning> = (reading, at) => {
  const apart = apartBehind(reading, at)
  if (apart === undefined) return undefined
  const follower = stepUpTo(reading, at, apart.at)
  if (follower === undefined || follower.within !== undefined) return undefined
  const { from } = apart.value
  const first = from === undefined ? impliedFirst(follower, apart.end) : startAt(reading, from, follower)
  if (first === undefined)
    return from === undefined && follower.again === 'order' ? askOfWhich(reading, at, apart) : undefined
  const { end } = first
  return joinedSteps(reading, { at, end, first, follower, joined: end, how: 'then', apart: apart.value })
}

const FIRST_ORDER: Step = {
  deed: { did: 'ordered' },
  firstEver: true,
  negative: false,
  assumptions: [],
  doubts: [],
}
const theFirst = phrase('the|their first|initial one|order|purchase|time?')

/** "a second order within 60 days" is one after the first. */
const impliedFirst = (follower: Step, end: number): Found<Step> | undefined =>
  follower.ordinal === undefined ? undefined : { value: FIRST_ORDER, end }

function startAt(reading: Reading, at: number, follower: Step): Found<Step> | undefined {
  const found = stepAt(reading, at)
  if (found !== undefined && !found.value.negative && found.value.again === undefined) return found
  const bought = productStep(reading, at, follower)
  if (bought !== undefined && !bought.value.negative) return bought
  const named = follower.again === undefined ? -1 : theFirst(reading, at)
  return named < 0 ? undefined : { value: FIRST_ORDER, end: named }
}

const boughtAgain = phrase(
  'reordered|reorder|repurchased|repurchase|rebought|rebuy',
  'bought|ordered|purchased again',
)
const bought = phrase('bought|ordered|purchased')
const againWord = phrase('again')

const OF_WHICH =
  'Is the time counted from a purchase, or from now? Say “bought Tea and then bought Tea within 60 days of that”, or “in the last 60 days”.'

/** `repurchased Tea within 60 days`, `bought Tea again within 60 days`: from one purchase to the next. */
const repurchased: Parser<Meaning> = (reading, at) => {
  const apart = apartBehind(reading, at)
  if (apart === undefined || apart.value.from !== undefined) return undefined
  const { negative, end: verb } = polarity(reading, at)
  const early = boughtAgain(reading, verb)
  const opened = early >= 0 ? early : bought(reading, verb)
  const found = opened < 0 ? undefined : products(cutAt(reading, apart.at), opened)
  if (found === undefined) return undefined
  const behind = againWord(reading, found.end)
  if (early < 0 && behind < 0) return undefined
  const slots = noSlots()
  const { end } = apart
  const named = Math.max(behind, found.end)
  if (collect(cutAt(reading, apart.at), named, slots, [timesSlot], between) !== apart.at) return undefined
  const product = filterOf(found.value.tree)
  const plain = found.value.not === undefined && found.value.except === undefined
  if (product === undefined || !plain || negative || slots.times !== undefined)
    return { value: doubtful(question(at, end, OF_WHICH)), end }
  const { assumptions, doubts } = found.value
  const step: Step = { deed: { did: 'ordered', product }, negative: false, assumptions, doubts }
  const first = { value: { ...step, assumptions: [], doubts: [] }, end: found.end }
  return joinedSteps(reading, {
    at,
    end,
    first,
    follower: step,
    joined: apart.at,
    how: 'then',
    apart: apart.value,
  })
}

/** "bought again within 30 days": of the first order, of any, or from now? */
function askOfWhich(reading: Reading, at: number, apart: { at: number; end: number }): Found<Meaning> {
  const time = said(reading, apart.at, apart.end)
  const again = said(reading, at, apart.at)
  const doubt = question(
    at,
    apart.end,
    `“${again} ${time}”: counted from the first order, from any order, or from now?`,
    [
      ['from the first order', `a second order ${time} of the first`],
      ['from any order', `ordered and then ordered again ${time} of that`],
      ['from now', `ordered at least twice in the last ${time.replace(/^\S+\s+/u, '')}`],
    ],
  )
  return { value: doubtful(doubt), end: apart.end }
}

const afterWord = phrase(',? after|following|upon having?', ',? only? after|once having? first?')

/** `visited the site after clicking an ad`, `bought a mug after having bought Tea`: what came first is said last. */
const afterDoing: Parser<Meaning> = (reading, at) => {
  const follower = stepAt(reading, at) ?? boughtProduct(reading, at)
  const opened = follower === undefined ? -1 : afterWord(reading, follower.end)
  if (follower === undefined || opened < 0 || follower.value.again !== undefined) return undefined
  const first =
    DOING.test(reading.tokens[opened]?.word ?? '') || DONE.test(reading.tokens[opened - 1]?.word ?? '')
      ? stepAt(reading, opened)
      : opened < 0 || window(reading, opened) !== undefined
        ? undefined
        : productStep(reading, opened, follower.value)
  if (first === undefined || first.value.negative || first.value.again !== undefined) return undefined
  const { end } = first
  return joinedSteps(reading, {
    at,
    end,
    first,
    follower: follower.value,
    joined: end,
    how: 'then',
    apart: undefined,
  })
}

const DOING = /^\p{L}{3,}ing$/u
const DONE = /^(?:having|first)$/

export const sequencePhrases: readonly Parser<Meaning>[] = [
  forward,
  reverse,
  afterDoing,
  repurchased,
  firstLater,
]
