import type { EventsCondition } from './events.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { atLeast, overWindows, passesZero, told } from '../../language/grammar/asked.ts'
import { type BuySlots, timesSlot, timingSlot } from '../../language/grammar/buying.ts'
import { comparedBehind, type Test } from '../../language/grammar/comparison.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { device } from '../../language/grammar/order-words.ts'
import { shownChannel } from '../../language/grammar/shown-places.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { oneIsEnough, recurringSlot } from '../../language/grammar/recurring.ts'
import { shownValues } from '../../language/grammar/shown-values.ts'
import { type Slot, slot } from '../../language/grammar/slots.ts'
import { campaignNamed, type NamedCampaigns } from './campaign-names.ts'
import type { EventKind } from './event-kinds.ts'
import { limitSlot } from './limit-slot.ts'
import { stillDone } from './still-done.ts'

export interface EventSlots extends BuySlots {
  campaign?: string[]
  /** "opened both Weekly 41 and Weekly 42": each of them, and not any. */
  eachCampaign?: true
  /** "opened 5 e-mails": the number before the object. */
  object?: Test
}

/** "5 e-mails opened or more": where the number before the object is compared behind all else. Answers -1 where it is not. */
export function objectCompared(reading: Reading, slots: EventSlots, at: number): number {
  if (slots.object === undefined) return -1
  const { value, end } = comparedBehind(reading, slots.object, at)
  if (value === slots.object) return -1
  slots.object = value
  return end
}

const campaignLead = phrase('the|our|a|from|in|of|for|on', 'from|in|of|for the', 'campaign', 'the campaign')

const campaignAfter = phrase(
  'one|campaign|campaigns|email|emails|mail|mails|newsletter|sms|ad|ads|mailing|message|text',
  'campaign email|emails',
  'email campaign',
)

const inCampaign = phrase('in|from|of the campaign|campaigns')
const campaignJoint = phrase('or', ',', ', or')
const andJoint = phrase(',? and', ',? as well as', ',? plus')
const bothWord = phrase('both|each|all', 'both|each|all of?')

/** `the Summer Sale e-mail`, `Summer Sale or October News`. */
const campaigns: Parser<NamedCampaigns> = (reading, at) => {
  const opened = inCampaign(reading, at)
  const shown = opened < 0 ? undefined : shownValues(reading, opened, 'campaign')
  if (shown !== undefined) return { value: { values: shown.value, assumptions: [] }, end: shown.end }
  let found = campaign(reading, at)
  for (;;) {
    const joint = found === undefined ? -1 : campaignJoint(reading, found.end)
    const next = joint < 0 ? undefined : campaign(reading, joint)
    if (found === undefined || next === undefined) return found
    found = { value: together(found.value, next.value), end: next.end }
  }
}

const together = (one: NamedCampaigns, other: NamedCampaigns): NamedCampaigns => ({
  values: [...one.values, ...other.values],
  assumptions: [...one.assumptions, ...other.assumptions],
})

const campaign: Parser<NamedCampaigns> = (reading, at) => {
  let start = at
  for (let i = 0; i < 3; i++) start = skip(reading, start, campaignLead)
  const named = campaignNamed(reading, start)
  if (named === undefined) return undefined
  const after = campaignAfter(reading, named.end)
  return { value: named.value, end: after >= 0 ? after : named.end }
}

const anyCampaign: Slot<EventSlots> = slot(
  campaigns,
  (slots) => slots.campaign !== undefined,
  (slots, { values, assumptions }) => {
    slots.campaign = [...values]
    slots.assumptions.push(...assumptions)
  },
)

/** `Weekly 41 and Weekly 42`, `both the Summer Sale and the Spring Launch`. */
const eachCampaign: Slot<EventSlots> = (reading, at, slots) => {
  const first = slots.campaign === undefined ? campaign(reading, skip(reading, at, bothWord)) : undefined
  if (first === undefined) return undefined
  let { value: all, end } = first
  for (;;) {
    const comma = reading.tokens[end]?.word === ',' && andJoint(reading, end) < 0 ? end + 1 : -1
    const joint = Math.max(andJoint(reading, end), comma)
    const next = joint < 0 ? undefined : campaign(reading, joint)
    if (next === undefined) return undefined
    all = together(all, next.value)
    end = next.end
    if (comma < 0) break
  }
  return {
    end,
    fill() {
      slots.campaign = [...all.values]
      slots.assumptions.push(...all.assumptions)
      slots.eachCampaign = true
    },
  }
}

/** A campaign, any of several, or each of them where "and" joins them. */
export const campaignSlot: Slot<EventSlots> = (reading, at, slots) =>
  eachCampaign(reading, at, slots) ?? anyCampaign(reading, at, slots)

export const productSlot: Slot<EventSlots> = slot(
  products,
  (slots) => slots.products !== undefined,
  (slots, value) => {
    slots.products = value
    slots.doubts.push(...value.doubts)
  },
)

export const deviceSlot: Slot<EventSlots> = slot(
  device,
  (slots) => slots.where.device !== undefined,
  (slots, value) => {
    slots.where.device = value.values
    slots.doubts.push(...value.doubts)
  },
)

/** Where an event came from is asked for by that word: “online” alone says nothing of an e-mail. */
const channelSlot: Slot<EventSlots> = slot(
  shownChannel,
  (slots) => slots.where.channel !== undefined,
  (slots, value) => {
    slots.where.channel = value
  },
)

/** What any event may be said with. */
const ofAnyKind: readonly Slot<EventSlots>[] = [
  timesSlot,
  timingSlot,
  campaignSlot,
  channelSlot,
  deviceSlot,
  recurringSlot,
]

export const slotsFor = (kinds: readonly EventKind[]): readonly Slot<EventSlots>[] => [
  ...ofAnyKind,
  ...(kinds.some((kind) => kind.ofProducts) ? [productSlot] : []),
  limitSlot,
]

/** What descriptions say of any event. */
export const shownSlots: readonly Slot<EventSlots>[] = [...ofAnyKind, productSlot]

interface Said {
  readonly kinds: readonly EventKind[]
  /** Each of the kinds by itself, rather than any of them. */
  readonly all: boolean
  readonly slots: EventSlots
  readonly negative: boolean
  readonly from: number
  readonly end: number
}

export function finish(reading: Reading, { kinds, all, slots, negative, from, end }: Said): Found<Meaning> {
  const held = reading.situation.vocabulary.values('event').map((info) => info.value)
  const absent = kinds.filter((kind) => !kind.types.some((type) => held.includes(type)))
  if (absent.length > 0) {
    const names = absent.map((kind) => kind.label).join(', ')
    return {
      value: doubtful(missing(from, end, names, `The data holds no events of this kind: ${names}.`)),
      end,
    }
  }
  const unknown = (['device', 'channel'] as const).find(
    (way) => slots.where[way] !== undefined && reading.situation.vocabulary.filled(`events.${way}`) === 0,
  )
  if (unknown !== undefined) {
    const says = `No ${unknown} of any visit, e-mail or other event is known. Of orders it is: “ordered on mobile”, “ordered online”.`
    return { value: doubtful(missing(from, end, `the ${unknown} of events`, says)), end }
  }
  const since = negative || slots.timing !== undefined ? undefined : stillDone(reading, from, end)
  if (since !== undefined) return { value: doubtful(since), end }
  const where = whereOf(slots)
  if (where === undefined) {
    return {
      value: doubtful(question(from, end, 'Name these products one by one, or by one category or brand.')),
      end,
    }
  }
  const test = slots.times ?? slots.object
  const once = test?.bare === true && test.tests[0]?.value === 1
  const asked =
    test === undefined ? undefined : once ? { test: ONCE, assumptions: [] } : atLeast(test, ' times')
  const makeOf = (events: readonly EventKind[], filter: typeof where): Criteria =>
    overWindows(slots.timing, (within) =>
      allOf(
        (asked?.test.tests ?? [undefined]).map(
          (one): EventsCondition => ({
            type: 'events',
            event: events.flatMap((kind) => kind.types.filter((type) => held.includes(type))),
            ...comparisonOf(one, negative && test === undefined),
            ...(within === undefined ? {} : { within }),
            ...(Object.keys(filter).length === 0 ? {} : { where: filter }),
          }),
        ),
      ),
    )
  if (negative && reading.tokens.slice(from, end).some(({ word }) => /^(?:all|both|each|every)$/.test(word)))
    return { value: doubtful(question(from, end, NOT_ALL)), end }
  const apart = slots.eachCampaign === true && !negative ? (where.campaign ?? []) : []
  const make = (events: readonly EventKind[]): Criteria =>
    apart.length === 0
      ? makeOf(events, where)
      : allOf(apart.map((one) => makeOf(events, { ...where, campaign: [one] })))
  const criteria = all ? (negative ? anyOf : allOf)(kinds.map((kind) => make([kind]))) : make(kinds)
  const zero =
    asked !== undefined && passesZero(asked.test) && !negative ? ['People who never did so are in too.'] : []
  const enough = asked === undefined && !negative ? oneIsEnough(where, 'event') : []
  const shown = negative && test !== undefined ? negated(criteria) : criteria
  const shared = all || negative ? [] : sharedBy(reading, { kinds, slots, from, end })
  const value = told(shown, slots, [...(asked?.assumptions ?? []), ...zero, ...enough, ...shared])
  return { value: saysEver(reading, from, end) ? { ...value, ever: true } : value, end }
}

const NOT_ALL =
  'None of them, or not every one of them? Say “neither … nor …”, or “not (opened … and opened …)”.'

const TOGETHER =
  'How often is counted of all of them together; put one of them in brackets to count it alone.'
const SAME_TIME = 'When is read for all of them; put one of them in brackets to say it of that one alone.'

/** "opened an e-mail or viewed a product 3 times in May": nothing says that the times are of one of them alone. */
function sharedBy(
  reading: Reading,
  { kinds, slots, from, end }: Pick<Said, 'kinds' | 'slots' | 'from' | 'end'>,
) {
  const words = reading.tokens.slice(from, end).map(({ word }) => word)
  if (kinds.length < 2) return []
  const counted = slots.times !== undefined && !words.includes('total')
  // Verbs with an object each, unlike "opened or clicked an e-mail in May".
  const apart = words.indexOf('or') > 1
  return [...(counted ? [TOGETHER] : []), ...(apart && slots.timing !== undefined ? [SAME_TIME] : [])]
}

/** "never clicked": helping words stand before the verb. */
const saysEver = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 2), to).some(({ word }) => word === 'never' || word === 'ever')

const recurringIn = ({ hours, weekdays, months, month_days }: BuySlots['where']) => ({
  ...(hours === undefined ? {} : { hours }),
  ...(weekdays === undefined ? {} : { weekdays }),
  ...(months === undefined ? {} : { months }),
  ...(month_days === undefined ? {} : { month_days }),
})

const ONCE: Test = { tests: [{ op: '>=', value: 1 }], bare: false }

function comparisonOf(test: Test['tests'][number] | undefined, none: boolean) {
  if (none) return { op: '=' as const, value: 0 }
  return test === undefined || (test.op === '>=' && test.value === 1)
    ? {}
    : { op: test.op, value: test.value }
}

function whereOf({
  products: said,
  campaign,
  where,
}: EventSlots): NonNullable<EventsCondition['where']> | undefined {
  const product =
    said === undefined || said.not !== undefined || said.except !== undefined
      ? undefined
      : filterOf(said.tree)
  if (said !== undefined && product === undefined) return undefined
  return {
    ...(product === undefined ? {} : { product }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(where.channel === undefined ? {} : { channel: where.channel }),
    ...(where.device === undefined ? {} : { device: where.device }),
    ...recurringIn(where),
  }
}
