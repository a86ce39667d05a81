import { noSlots, timingSlot, between } from '../../language/grammar/buying.ts'
import type { Doubt } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import type { Window } from '../../time/window.ts'
import { cutAt, deedAt, forTheFirstTime, type SaidDeed } from '../shared/deed-phrases.ts'
import type { Start } from './sequence.ts'

/** A step of a sequence as it was said. */
export interface Step {
  /** Undefined where it is in doubt. */
  readonly deed: Start | undefined
  readonly firstEver?: true
  /** "came back": the deed of the step before it, again. */
  readonly again?: 'order' | 'any'
  /** "second order": it follows the first one. */
  readonly ordinal?: number
  readonly negative: boolean
  /** "at least once": any time that it was done, rather than the only one. */
  readonly once?: true
  readonly times?: number
  readonly within?: Window
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const plain = { negative: false, assumptions: [], doubts: [] } as const

const signingUp = phrase(
  'signed|sign|signs|signing up',
  'signup|signups',
  'their|the|a|his|her? signup|registration',
  'their|the|a|his|her sign up',
  'sign up date',
  'joined|join|joins|joining us?',
  'registered|register|registers|registering',
  'registration',
  'account creation',
  'created|create|creates|creating|opened|opening an|their|the account',
  'became|becoming a member',
)
const again = phrase(
  'reordered|reorder|reordering|repurchased|repurchase|repurchasing',
  'bought|ordered|purchased|shopped|buy|order|purchase|shop|buying|ordering|purchasing again',
  'came|come|coming|been|got|returned|return back? to? and? buy|bought|order|ordered|purchase|purchased|shop again?',
  'made|make|making|placed|place|placing another order|purchase',
  'made|make|making|placed|place|placing a|an|their|the|any? repeat|second|next|2nd|further|other|additional order|purchase|one',
  'another|repeat order|purchase',
)
const back = phrase('came|come|coming|been|got back again?', 'returned|return|returns|returning again?')
const ordinalOrder = phrase(
  'made|make|making|placed|place|placing|had|with? a|an|the|their|any? second|third|fourth|fifth|2nd|3rd|4th|5th order|purchase|one',
  'second|third|2nd|3rd order|purchase|one',
)
const bareOrdinal = phrase('the|their|and? second|third|2nd|3rd')
const came = phrase('came|followed|was|placed', 'was placed|made')
const WITHIN = /^(?:within|inside|less|under|)$/
const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['second', 'third', 'fourth', 'fifth'].flatMap((word, i) => [
    [word, i + 2] as const,
    [String(i + 2), i + 2] as const,
  ]),
)
const firstOrder = phrase(
  'made|make|making|placed|place|placing|had? a|the|their? very? first|1st|initial ever? order|purchase',
  'first bought|ordered|purchased|converted',
  'became customers|buyers',
  'became a customer|buyer',
)
const firstly = phrase('first|initially', 'who first')
const noWord = phrase('no|zero', 'not a|any|one', 'not a single', 'without|with a|any|no?', 'never a|any?')
const small = phrase('at least once', 'then|also|subsequently|later|to')
const pronoun = phrase(
  'it|them|one|that|any',
  'on|of|for it|them',
  'any|one of them|those',
  'the same one|product|email|link?',
)

/** One step that begins at a token, with its window where it has one. */
export const stepAt: Parser<Step> = remembered((reading, at) => {
  const found = anyStepAt(reading, at)
  return found === undefined || atLeastOnce(reading, at) < 0
    ? found
    : { ...found, value: { ...found.value, once: true } }
})

const atLeastOnce = phrase('at least once')

function anyStepAt(reading: Reading, at: number): Found<Step> | undefined {
  const start = skip(reading, at, small)
  const { negative: denied, end: polar } = polarity(reading, start)
  // "without ever buying it" is of any time, and not only of the time after.
  if (wordAt(reading, polar - 1) === 'ever' && saysNo(reading, start, polar)) return undefined
  const refused = noWord(reading, polar)
  const verb = refused >= 0 ? refused : polar
  const negative = denied || saysNo(reading, polar, verb)
  const joined = signingUp(reading, verb)
  if (joined >= 0) return timed(reading, joined, { ...plain, negative, deed: { did: 'signed_up' } })
  const ordinal = Math.max(ordinalOrder(reading, verb), besideFirst(reading, verb))
  const nth = ordinal < 0 ? undefined : ordinalIn(reading, verb, ordinal)
  if (nth !== undefined) {
    return timed(reading, ordinal, {
      ...plain,
      negative,
      deed: { did: 'ordered' },
      again: 'order',
      ordinal: nth,
    })
  }
  const first = firstOrder(reading, verb)
  if (first >= 0)
    return timed(reading, first, { ...plain, negative, deed: { did: 'ordered' }, firstEver: true })
  const another = again(reading, verb)
  const came = back(reading, verb)
  // "returned them" is said of what was bought.
  const returned = /^(?:them|it|these|those|some|everything|items?)$/.test(wordAt(reading, came)) ? -1 : came
  if (Math.max(another, returned) >= 0) {
    const of = boughtBehind(reading, Math.max(another, returned))
    if (of !== undefined) {
      const { product, assumptions, doubts } = of.value
      const deed = { did: 'ordered' as const, product }
      return timed(reading, of.end, { negative, deed, again: 'order', assumptions, doubts })
    }
    const kind = another >= returned ? 'order' : 'any'
    return timed(reading, Math.max(another, returned), {
      ...plain,
      negative,
      deed: { did: 'ordered' },
      again: kind,
    })
  }
  return deedStep(reading, start, polar)
}

/** "first order online, second within 30 days" */
function besideFirst(reading: Reading, at: number): number {
  const named = bareOrdinal(reading, at)
  const end = named < 0 ? -1 : skip(reading, named, came)
  if (end < 0 || !WITHIN.test(wordAt(reading, end))) return -1
  return reading.tokens.slice(0, at).some(({ word, number }) => word === 'first' || number === 1) ? named : -1
}

const toBuy = phrase('for', 'to? buy|get|order|purchase')

/** "came back for Tea": what was bought then. */
function boughtBehind(reading: Reading, at: number) {
  const opened = toBuy(reading, at)
  const found = opened < 0 ? undefined : products(reading, opened)
  const product = found === undefined ? undefined : filterOf(found.value.tree)
  if (found === undefined || product === undefined) return undefined
  if (found.value.not !== undefined || found.value.except !== undefined) return undefined
  const { assumptions, doubts } = found.value
  return { value: { product, assumptions, doubts }, end: found.end }
}

const saysNo = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).some(({ word }) => /^(?:no|not|never|zero|without)$/.test(word))

function ordinalIn(reading: Reading, from: number, to: number): number | undefined {
  for (const { word, number, ordinal } of reading.tokens.slice(from, to)) {
    const nth = ordinal === true && number !== undefined ? number : ORDINALS.get(word)
    if (nth !== undefined && nth > 1) return nth
  }
  return undefined
}

/** What else can be done: ordering, buying, events; "first opened", "… for the first time". */
function deedStep(reading: Reading, start: number, polar: number): Found<Step> | undefined {
  const before = firstly(reading, polar)
  const found = deedAt(reading, before >= 0 ? before : start) ?? cutDeed(reading, start)
  if (found === undefined) return undefined
  const { deed, negative, times, within, assumptions, doubts } = found.value
  const after = forTheFirstTime(reading, skip(reading, found.end, pronoun))
  const firstEver = before >= 0 || after >= 0
  const step = {
    deed,
    negative,
    ...(firstEver ? { firstEver: true as const } : {}),
    ...(times === undefined ? {} : { times }),
    ...(within === undefined ? {} : { within }),
    assumptions,
    doubts,
  }
  return timed(reading, after >= 0 ? after : skip(reading, found.end, pronoun), step)
}

/** "clicked an SMS and then visited the site": the first of verbs that are read as one. */
function cutDeed(reading: Reading, start: number): Found<SaidDeed> | undefined {
  for (let i = start + 1; i < Math.min(reading.tokens.length, start + 12); i++) {
    if (joining(reading, i) < 0) continue
    const found = deedAt(cutAt(reading, i), start)
    return found?.end === i ? found : undefined
  }
  return undefined
}

const joining = phrase(',? and|but|then|yet')

/** With the window behind it. */
function timed(reading: Reading, at: number, step: Step): Found<Step> | undefined {
  if (step.within !== undefined) return { value: step, end: at }
  const slots = noSlots()
  const end = collect(reading, at, slots, [timingSlot], between)
  const [within, more] = slots.timing?.windows ?? []
  if (more !== undefined) return undefined
  const doubts = [...step.doubts, ...slots.doubts]
  const assumptions = [...step.assumptions, ...slots.assumptions]
  return { value: { ...step, ...(within === undefined ? {} : { within }), assumptions, doubts }, end }
}
