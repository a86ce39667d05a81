import { told } from '../../language/grammar/asked.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import {
  between,
  noSlots,
  pricedSlot,
  productSlot,
  timesSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  longest,
  type Parser,
  type Reading,
  remembered,
  said,
} from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { eventPhrases } from '../events/events-phrases.ts'
import type { EventsCondition } from '../events/events.ts'
import { ABANDONABLE, type Abandonable } from './abandonable.ts'
import type { AbandonedCondition } from './abandoned.ts'
import { abandonedMeaning, abandonedSlots, SAYS } from './abandoned-meaning.ts'
import {
  afterwards,
  andThen,
  atAll,
  beginning,
  buying,
  cartsEnd,
  finishedThing,
  finishing,
  gaveUp,
  leavers,
  looked,
  noOrder,
  ownEnd,
  still,
  thingsAt,
} from './abandoned-words.ts'

/** How a denial behind a cart was said. */
interface Denied {
  /** Finishing is that cart's own end; buying may be anything's. */
  readonly finishing: boolean
  /** "since", "afterwards": nothing that came before is meant. */
  readonly afterwards: boolean
  readonly never: boolean
  /** "it": what lay in the cart. */
  readonly object: boolean
  /** "anything": of whatever there is. */
  readonly anything: boolean
}

const MORE = [timesSlot, productSlot, pricedSlot, ...whereSlots]

/** `but didn’t complete it`, `and haven’t ordered since`, `without buying`, `but no purchase`. */
function denialAt(reading: Reading, at: number): Found<Denied> | undefined {
  const joint = skip(reading, at, andThen)
  const start = skip(reading, joint, still)
  const { negative, end: verbAt } = polarity(reading, start)
  const gone = gaveUp(reading, start)
  const none = Math.max(noOrder(reading, start), gone)
  const finished = negative ? finishing(reading, verbAt) : -1
  const bought = negative ? buying(reading, verbAt) : -1
  const verb = Math.max(finished, bought, none)
  if (verb < 0) return undefined
  const said = reading.tokens.slice(joint, verbAt).map((token) => token.word)
  const never = said.some((word) => /^(?:never|ever)$/.test(word))
  if ((never || none >= 0) && atAll(reading, verb) >= 0) return undefined
  // "ordered nothing that month": a time, and nothing that was ordered.
  const thing = window(reading, verb) === undefined ? skip(reading, verb, finishedThing) : verb
  // "didn’t order Tea", "didn’t order online": that is another condition.
  if (collect(reading, verb, noSlots(), MORE, between) > thing) return undefined
  const end = skip(reading, thing, afterwards)
  return {
    value: {
      finishing: finished > bought && finished > none,
      // "Viewed Shoes without buying": as they looked, or later.
      afterwards:
        gone >= 0 ||
        end > thing ||
        said.includes('yet') ||
        (said.includes('without') && thing === verb && !never),
      never,
      object: thing > verb,
      anything: reading.tokens.slice(verb, thing).some(({ word }) => /^(?:any|some)?thing$/.test(word)),
    },
    end,
  }
}

/** What only says again that nothing was bought: "abandoned their cart and haven’t ordered since". */
export function redundantEnd(reading: Reading, at: number): number {
  const denied = denialAt(reading, at)
  if (denied === undefined || window(reading, denied.end) !== undefined) return at
  return denied.value.afterwards || denied.value.finishing || !denied.value.never ? denied.end : at
}

const head = remembered(longest(...eventPhrases))
const begunAs: Parser<Meaning> = longest(head, (reading, at) => lookedAround(reading, at))

/** `added to cart last week but didn’t check out`, `started checkout without completing it`. */
const notFinished: Parser<Meaning> = (reading, at) => {
  const found = begunAs(reading, at)
  const condition = found === undefined ? undefined : abandonable(found.value)
  const denied = found === undefined ? undefined : denialAt(reading, found.end)
  if (found === undefined || condition === undefined || denied === undefined) return undefined
  const { value: how, end } = denied
  const timing = condition.within === undefined ? window(reading, end) : undefined
  const [within, more] = timing?.value.windows ?? []
  if (timing !== undefined && (within === undefined || more !== undefined)) return undefined
  if (condition.within !== undefined && window(reading, end) !== undefined) return undefined
  // "viewed Tea but didn’t buy" speaks of Tea; so may "added Tea to the cart but didn’t buy it".
  const named = condition.where?.product !== undefined
  const sure = how.finishing || how.afterwards || (how.anything && !how.never)
  if (named && !sure && (condition.event === 'viewed_product' || how.object || how.never)) return undefined
  if (!sure && (how.never || named)) {
    const doubt = askWhat(reading, { at, head: found.end, end: timing?.end ?? end })
    return { value: doubtful(doubt), end: timing?.end ?? end }
  }
  const timed: AbandonedCondition = within === undefined ? condition : { ...condition, within }
  const stated = within === undefined ? [] : [TIME_OF_BOTH]
  const assumptions = [...found.value.assumptions, ...(timing?.value.assumptions ?? [])]
  const doubts = timing?.value.doubts ?? []
  return {
    value: told(timed, { assumptions, doubts }, [...stated, SAYS[timed.event]]),
    end: timing?.end ?? end,
  }
}

/** `looked around but didn’t buy`: at products. */
const lookedAround: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const end = negative ? -1 : looked(reading, start)
  return end < 0 ? undefined : { value: meaning({ type: 'events', event: ['viewed_product'] }), end }
}

const butNot = phrase('but|and|yet', ', but|and|yet?')

/** `started but didn’t finish checkout`: what was begun is named at its end. */
const begunNotEnded: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const first = negative ? -1 : beginning(reading, start)
  const joint = first < 0 ? -1 : butNot(reading, first)
  const found = joint < 0 ? undefined : neverEnded(reading, joint)
  return found
}

const TIME_OF_BOTH = 'The time is read as when it was begun; that nothing was bought is up to now.'

function askWhat(reading: Reading, { at, head, end }: { at: number; head: number; end: number }) {
  const begun = said(reading, at, head)
  return question(at, end, 'Nothing bought at or after that, or never anything at all?', [
    ['no order at or after that', `${begun} and have not ordered since then`],
    ['never ordered at all', `${begun} and have no orders ever`],
  ])
}

/** An event condition of something that can be abandoned, as the condition on its abandonment. */
function abandonable({ criteria, doubts }: Meaning): AbandonedCondition | undefined {
  if (criteria === undefined || doubts.length > 0 || !isCondition(criteria) || criteria.type !== 'events')
    return undefined
  const { event: events, type: _type, ...rest }: EventsCondition = criteria
  const event = ABANDONABLE.find((one) => one === events[0])
  if (event === undefined || events.length > 1 || (rest.op === '=' && rest.value === 0)) return undefined
  return { type: 'abandoned', event, ...rest }
}

const colon = phrase('-|–|—|:|=')

/** `browse abandonment - viewed Shoes in the last 7 days`: a name, and behind it what it stands for. */
const explained: Parser<Meaning> = (reading, at) => {
  const things = thingsAt(reading, at)
  const name = things === undefined ? -1 : leavers(reading, things.end)
  const opened = name < 0 ? -1 : colon(reading, name)
  const found = opened < 0 ? undefined : (notFinished(reading, opened) ?? head(reading, opened))
  if (things === undefined || found === undefined) return undefined
  const { criteria } = found.value
  const begun = abandonable(found.value) ?? (isAbandoned(criteria) ? criteria : undefined)
  if (begun === undefined || !things.value.events.includes(begun.event)) return undefined
  const stated = isAbandoned(criteria) ? [] : [SAYS[begun.event]]
  return {
    value: { criteria: begun, assumptions: [...found.value.assumptions, ...stated], doubts: [] },
    end: found.end,
  }
}

const isAbandoned = (criteria: Criteria | undefined): criteria is AbandonedCondition =>
  criteria !== undefined && isCondition(criteria) && criteria.type === 'abandoned'

/** `didn’t complete their purchase last week`, with nothing said of how it began. */
const neverEnded: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const cart = negative ? cartsEnd(reading, start) : -1
  const ended = negative ? Math.max(ownEnd(reading, start), cart) : -1
  if (ended < 0) return undefined
  const slots = noSlots()
  const end = collect(reading, ended, slots, abandonedSlots, between)
  const event: Abandonable = cart === ended ? 'added_to_cart' : 'started_checkout'
  const things = { events: [event], all: false }
  return { value: abandonedMeaning(reading, { things, slots, negative: false, from: start, end }), end }
}

const atTheTill = phrase(
  'checked|check|checking|checks out',
  'went|gone|got|got as far as to? the? checkout|till',
)

/** `checked out last week but never paid`: what else would be an order is a checkout that was not finished. */
const leftTheTill: Parser<Meaning> = (reading, at) => {
  const begun = atTheTill(reading, at)
  const early = begun < 0 ? undefined : window(reading, begun)
  const denied = begun < 0 ? undefined : denialAt(reading, early?.end ?? begun)
  if (denied === undefined || !denied.value.finishing) return undefined
  const slots = noSlots()
  if (early !== undefined) slots.timing = early.value
  const end = collect(reading, denied.end, slots, abandonedSlots, between)
  const things = { events: ['started_checkout' as const], all: false }
  return { value: abandonedMeaning(reading, { things, slots, negative: false, from: at, end }), end }
}

export const unfinishedPhrases: readonly Parser<Meaning>[] = [
  notFinished,
  explained,
  neverEnded,
  begunNotEnded,
  leftTheTill,
]
