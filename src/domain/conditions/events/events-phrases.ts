import { between, noSlots } from '../../language/grammar/buying.ts'
import { comparison, mayCount } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { longestIn, never, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  eachRemembered,
  type Found,
  longest,
  type Parser,
  type Reading,
  remembered,
  said,
  wordAt,
} from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { engaged } from './engaged-phrases.ts'
import { campaignHeading } from './campaign-heading.ts'
import { clicksOf } from './campaign-clicks.ts'
import { comparedAfter, neverBehind } from './counted-after.ts'
import { eventWord, headsAt, ownEvent } from './event-heads.ts'
import { BY_NOUN, EVENT_KINDS, type EventKind } from './event-kinds.ts'
import {
  deviceSlot,
  type EventSlots,
  finish,
  objectCompared,
  productSlot,
  shownSlots,
  slotsFor,
} from './event-slots.ts'
import { campaignBefore, SAME_CAMPAIGN } from './same-campaign.ts'
import { productPage } from './product-page.ts'
import { shownEvents } from './shown-events.ts'

const nothing = phrase(
  'no|zero|none|any|nothing|anything',
  'not a? single',
  'not one|any',
  'nothing|anything|none at all',
  'nothing|anything|none whatsoever',
  'none of our|the',
)
/** "nothing clicked", "nothing put in the cart" */
const nothingBefore = phrase('nothing|none', 'nothing at all', 'nothing was|got|ever')
const article = phrase('a|an|the|any|our|your|their|some|of|all', 'one of our|the')
const notOne = phrase('even? a single|solitary', 'even? one single', 'even one')

/** Looks for no campaign that was named before. */
const noneBefore: Parser<Meaning> = () => undefined

/**
 * `opened or clicked an e-mail in the last 30 days`, `viewed Tea 3 times`, `never clicked`, `bounced`. What `before`
 * reads may have named the campaign that is meant.
 */
const verbalIn = (before: Parser<Meaning>): Parser<Meaning> =>
  remembered((reading, at) => {
    const { negative, end: start } = polarity(reading, at)
    const shown = shownVerbal(reading, start, negative)
    const denied = negative ? -1 : nothingBefore(reading, start)
    const first = Math.max(denied, start)
    const heads = beforeCampaign(reading, first, headsAt(reading, first) ?? beenThere(reading, first))
    if (heads === undefined) return shown
    const { all } = heads.value
    let { kinds } = heads.value
    const slots: EventSlots = noSlots()
    const refused = nothing(reading, heads.end)
    const from = refused >= 0 ? refused : heads.end
    const object = objectAt(reading, from, kinds, slots)
    const readers = slotsFor(kinds)
    let end = collect(reading, object, slots, readers, between)
    const sight = heads.end === first + 1 && SIGHT.test(wordAt(reading, first))
    if (sight && slots.products === undefined && (object === from || slots.campaign !== undefined))
      return shown
    const compared = objectCompared(reading, slots, end)
    const pointed = neither(reading, heads.end)
    // "opened Weekly 41 and Weekly 42, clicked neither"
    const ofThese = pointed > end
    const same =
      ofThese || end === heads.end
        ? campaignBefore(reading, { at, end: ofThese ? pointed : end, kinds }, before)
        : undefined
    const unclear = same === undefined || negative || same.value.length < 2
    if (ofThese && end === heads.end && unclear) {
      const doubt = question(start, pointed, 'Neither of what? Please name it, or say “clicked nothing”.')
      return { value: doubtful(doubt), end: pointed }
    }
    if (same !== undefined) {
      slots.campaign = [...same.value]
      slots.assumptions.push(SAME_CAMPAIGN)
      end = collect(reading, same.end, slots, readers, between)
    } else if (slots.campaign !== undefined) {
      const clicked = clicksOf(reading, { kinds, slots, from: start, end })
      kinds = [...clicked.kinds]
      slots.assumptions.push(...clicked.assumptions)
    }
    const none = denied >= 0 || (refused >= 0 && reading.tokens[heads.end]?.word.startsWith('any') !== true)
    const said = finish(reading, {
      kinds,
      all,
      slots,
      negative: ofThese || negative !== none,
      from: start,
      end: compared >= 0 ? compared : end,
    })
    return shown !== undefined && shown.end >= said.end ? shown : said
  })

/** Of a product, where one is said: whom “we haven’t seen in a year” is asked about. */
const SIGHT = /^(?:seen|saw)$/

/** Events with their objects, in a list that shares what follows: `viewed a product or started a checkout today`. */
function shownVerbal(reading: Reading, at: number, negative: boolean): Found<Meaning> | undefined {
  const shown = shownEvents(reading, at)
  if (shown === undefined) return undefined
  const kinds = shown.value
  const slots: EventSlots = noSlots()
  const end = collect(reading, shown.end, slots, shownSlots, between)
  return finish(reading, { kinds, all: false, slots, negative, from: at, end })
}

/** "clicked on the SMS drop", which is a campaign: the words of its name are not those of the verb. */
function beforeCampaign<T>(reading: Reading, from: number, head: Found<T> | undefined): Found<T> | undefined {
  if (head === undefined) return undefined
  for (let at = from + 1; at < head.end; at++) {
    const named = reading.links.at(at).some(({ field, end }) => field === 'campaign' && end > head.end)
    if (named) return { ...head, end: at }
  }
  return head
}

/** "haven’t been to our site": the verb has been read with “not”. */
const beenThere = (reading: Reading, at: number) =>
  BEEN.test(wordAt(reading, at - 1)) ? headsAt(reading, at - 1) : undefined
const BEEN = /^(?:been|was|were)$/

const neither = phrase('neither', 'none of them|those|these', 'not them')

/** What the verb is done to: `an e-mail`, `5 e-mails`, `a product`. Answers the token behind it. */
function objectAt(reading: Reading, at: number, kinds: readonly EventKind[], slots: EventSlots): number {
  const number = comparison(reading, at)
  if (number !== undefined && number.value.times === undefined && number.value.percent === undefined) {
    const end = objectNoun(reading, number.end, kinds)
    if (end >= 0) {
      slots.object = number.value
      if (wordAt(reading, end - 1) === 'campaigns') slots.doubts.push(askTimes(reading, at, end))
      return end
    }
  }
  // "haven’t opened a single mail"
  let start = skip(reading, at, notOne)
  for (let i = 0; i < 2; i++) start = skip(reading, start, article)
  const end = objectNoun(reading, start, kinds)
  if (end >= 0) return end
  // "clicked one of our Google Shopping ads"
  return reading.links.at(start).some(({ field }) => field === 'campaign') ? start : at
}

/** "2 campaigns" may be two different ones, which can’t be told. */
const askTimes = (reading: Reading, at: number, end: number) =>
  question(
    at,
    end,
    'In how many different campaigns can’t be asked yet; how often can, and each campaign by its name.',
    [['so many times, whatever the campaign', `${said(reading, at, end - 1)} emails`]],
  )

function objectNoun(reading: Reading, at: number, kinds: readonly EventKind[]): number {
  let end = -1
  for (const { object } of kinds) end = Math.max(end, object?.(reading, at) ?? -1)
  return end
}

const addVerb = phrase('added|add|adds|adding|put')
const toCart = phrase('to|in|into a|the|their|our|my? cart|carts|basket|bag|trolley')

/** `added the Velvet Sofa to cart`: the product stands inside of the verb. */
const addedProducts: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = addVerb(reading, start)
  const slots: EventSlots = noSlots()
  const named = verb < 0 ? undefined : productSlot(reading, verb, slots)
  const head = named === undefined ? -1 : toCart(reading, named.end)
  if (named === undefined || head < 0) return undefined
  named.fill()
  const kinds = EVENT_KINDS.filter((kind) => kind.types.includes('added_to_cart'))
  const end = collect(reading, head, slots, slotsFor(kinds), between)
  return finish(reading, { kinds, all: false, slots, negative, from: start, end })
}

const lead = phrase('with|have|has|having|had|made|at|who', 'with a total of', 'there were|was')
const any = phrase('any|some|a|an|the', 'even? a single', 'one single')
const countWord = phrase('number|count of')
const nonWord = phrase('email|mail? non')

/** `3+ product views in the last 30 days`, `no e-mail opened in 60 days`, `at least 2 site visits`. */
const nominalIn =
  (before: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    // The “at” of “at least” leads to nothing.
    const start = comparison(reading, polar) === undefined ? skip(reading, polar, lead) : polar
    // "email non-openers"
    const refused = Math.max(nothing(reading, start), nonWord(reading, start))
    const number = refused >= 0 ? undefined : comparison(reading, skip(reading, start, countWord))
    if (number !== undefined && !mayCount(number.value)) return undefined
    const from = refused >= 0 ? refused : (number?.end ?? skip(reading, start, any))
    const own = ownEvent(reading, from)
    if (own !== undefined && eventWord(reading, own.end - 1) === own.end) {
      const slots: EventSlots = noSlots()
      if (number !== undefined) slots.object = number.value
      const end = collect(reading, own.end, slots, slotsFor([own.value]), between)
      return finish(reading, {
        kinds: [own.value],
        all: false,
        slots,
        negative: negative !== refused >= 0,
        from: start,
        end,
      })
    }
    const described: EventSlots = noSlots()
    const named = nounAfter(reading, from, described)
    const noun = longestIn(reading, named, BY_NOUN)
    if (noun === undefined) return undefined
    const kind = noun.value
    if (described.products !== undefined && !kind.ofProducts) return undefined
    const head = skip(reading, noun.end, eventWord)
    const slots: EventSlots = { ...described }
    const late = number === undefined && refused < 0 ? comparedAfter(reading, head) : undefined
    const many = number ?? late
    if (many !== undefined) slots.object = many.value
    let end = collect(reading, late?.end ?? head, slots, slotsFor([kind]), between)
    // "opened Weekly 41 without a click"
    const same =
      (refused >= 0 || negative) && end === head
        ? campaignBefore(reading, { at, end, kinds: [kind] }, before)
        : undefined
    if (same !== undefined) {
      slots.campaign = [...same.value]
      slots.assumptions.push(SAME_CAMPAIGN)
      end = collect(reading, same.end, slots, slotsFor([kind]), between)
    }
    const compared = objectCompared(reading, slots, end)
    // "opened last week, clicks never"
    const ever = many === undefined && refused < 0 && !negative ? neverBehind(reading, end) : -1
    const none = ever >= 0 || (refused >= 0 && reading.tokens[start]?.word.startsWith('any') !== true)
    // "a click on the TikTok Test ad"
    const clicked =
      slots.campaign === undefined ? undefined : clicksOf(reading, { kinds: [kind], slots, from: start, end })
    slots.assumptions.push(...(clicked?.assumptions ?? []))
    return finish(reading, {
      kinds: clicked?.kinds ?? [kind],
      all: false,
      slots,
      negative: negative !== none,
      from: start,
      end: ever >= 0 ? ever : compared >= 0 ? compared : end,
    })
  }

/** Where the noun stands: behind the products and the device that may be named before it, as in `Green Tea views`. */
const nounAfter = (reading: Reading, at: number, slots: EventSlots): number =>
  longestIn(reading, at, BY_NOUN) !== undefined
    ? at
    : collect(reading, at, slots, [deviceSlot, productSlot], never)

const heading = campaignHeading(longest(verbalIn(noneBefore), nominalIn(noneBefore)))
const verbal = verbalIn((reading, at) => saidBefore(reading, at))
/** Where a campaign may have been named that is pointed at. */
const saidBefore = longest(verbal, heading)

export const eventPhrases: readonly Parser<Meaning>[] = eachRemembered([
  verbal,
  addedProducts,
  productPage,
  nominalIn(saidBefore),
  engaged,
  heading,
])
