import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupOf } from '../../criteria/walk.ts'
import { between, noSlots } from '../../language/grammar/buying.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { type EventSlots, objectCompared, productSlot } from '../events/event-slots.ts'
import type { AbandonedCondition } from './abandoned.ts'
import { abandonedMeaning, abandonedSlots, type Said, worthOfCart } from './abandoned-meaning.ts'
import { beforeCheckout } from './before-checkout.ts'
import { redundantEnd, unfinishedPhrases } from './abandoned-unfinished.ts'
import {
  hadThere,
  leavers,
  leaving,
  leftIn,
  lying,
  lyingAbandoned,
  lyingAtCheckout,
  something,
  thingsAt,
} from './abandoned-words.ts'

const lead = phrase('with|have|has|having|had|got|who|of|made|at', 'there were|was', 'with a total of')
const nothing = phrase('no|zero|none|any', 'not a single', 'not any')
const article = phrase('a|an|the|any|their|his|her|our|some|at|of')
const behind = phrase(
  'behind',
  'open|unfinished|incomplete|uncompleted|hanging|dangling|unpaid|pending|full',
  'half finished|done|complete|completed',
  'without buying|ordering|purchasing|paying|finishing|completing anything|it?',
)

/** `abandoned their cart twice this month`, `2+ abandoned checkouts`, `cart abandoners in the last 7 days`. */
const abandonedThings: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  const refused = nothing(reading, start)
  const slots: EventSlots = noSlots()
  const early = refused >= 0 ? undefined : comparison(reading, start)
  if (early !== undefined) slots.object = early.value
  const open = refused >= 0 ? refused : (early?.end ?? skip(reading, start, article))
  const word = leaving(reading, open)
  const late = word < 0 || early !== undefined ? undefined : comparison(reading, word)
  if (late !== undefined) slots.object = late.value
  const from = word < 0 ? open : (late?.end ?? word)
  // "abandoned a Coffee cart"
  const alone = thingsAt(reading, from)
  const held = alone === undefined ? productSlot(reading, skip(reading, from, article), slots) : undefined
  const things = alone ?? (held && thingsAt(reading, held.end))
  if (things === undefined) return undefined
  held?.fill()
  const end = word < 0 ? leavers(reading, things.end) : skip(reading, things.end, behind)
  if (end < 0) return undefined
  const none = refused >= 0 && reading.tokens[start]?.word !== 'any'
  return read(reading, end, { things: things.value, slots, negative: negative !== none, from: start })
}

const HELPED = /^(?:had|has|have|with|having)$/

/** `left something in the basket`, `still have Coffee in their cart`. */
const leftSomething: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const left = Math.max(leftIn(reading, start), leftIn(reading, at))
  const had = left < 0 ? Math.max(hadThere(reading, start), hadThere(reading, at)) : left
  // "who had" is read with “who”, and "everyone who has" before this.
  const helped = had < 0 && HELPED.test(wordAt(reading, start - 1)) ? start : had
  const opened = left < 0 ? helped : left
  if (opened < 0) return undefined
  const what = something(reading, opened)
  const slots: EventSlots = noSlots()
  const named = productSlot(reading, opened, slots)
  const at1 = Math.max(what, named?.end ?? -1)
  if (at1 < 0) return undefined
  const cart = left < 0 ? lyingAbandoned(reading, at1) : lying(reading, at1)
  const checkout = left < 0 ? -1 : lyingAtCheckout(reading, at1)
  if (Math.max(cart, checkout) < 0) return undefined
  if (named !== undefined && named.end > what) named.fill()
  const event = checkout > cart ? 'started_checkout' : 'added_to_cart'
  const things = { events: [event], all: false } as const
  return read(reading, Math.max(cart, checkout), { things, slots, negative, from: start })
}

function read(reading: Reading, at: number, asked: Omit<Said, 'end'>): Found<Meaning> {
  const { slots } = asked
  const collected = collect(reading, at, slots, abandonedSlots, between)
  const compared = objectCompared(reading, slots, collected)
  const end = redundantEnd(reading, compared >= 0 ? compared : collected)
  return { value: abandonedMeaning(reading, { ...asked, end }), end }
}

/** In a change of abandoned carts: "checkout rather than cart", the rest as it was. */
const thingAlone: Parser<Meaning> = (reading, at) => {
  const { criteria } = reading.situation
  const held = criteria === undefined ? undefined : abandonedIn(criteria)
  const things = held === undefined ? undefined : thingsAt(reading, at)
  const [event, more] = things?.value.events ?? []
  if (held === undefined || things === undefined || event === undefined || more !== undefined)
    return undefined
  return { value: meaning({ ...held, event }), end: things.end }
}

/** The one condition on abandoned things, if there is just one. */
function abandonedIn(criteria: Criteria): AbandonedCondition | undefined {
  if (isCondition(criteria)) return criteria.type === 'abandoned' ? criteria : undefined
  const found = groupOf(criteria).branches.flatMap((branch) => abandonedIn(branch) ?? [])
  return found.length === 1 ? found[0] : undefined
}

const abandonersAlone = phrase('abandoners|abandoner', 'abandoned something')

/** "abandoners": of what, and when, nobody says. */
const abandonedWhat: Parser<Meaning> = (reading, at) => {
  const end = abandonersAlone(reading, at)
  if (end < 0) return undefined
  const time = window(reading, end)
  const when = time === undefined ? 'in the last 30 days' : said(reading, end, time.end)
  const doubt = question(at, time?.end ?? end, `“${said(reading, at, end)}”: what was abandoned, and when?`, [
    [`a cart ${when}`, `abandoned a cart ${when}`],
    [`a checkout ${when}`, `abandoned a checkout ${when}`],
    [`a cart or a checkout ${when}`, `abandoned a cart or a checkout ${when}`],
  ])
  return { value: { ...doubtful({ ...doubt, vague: true }), people: true }, end: time?.end ?? end }
}

export const abandonedPhrases: readonly Parser<Meaning>[] = [
  abandonedThings,
  leftSomething,
  beforeCheckout,
  ...unfinishedPhrases,
  thingAlone,
  worthOfCart,
  abandonedWhat,
]
