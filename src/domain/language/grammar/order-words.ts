import { foldText } from '#kernel/text.ts'
import type { OrderFilter } from '../../conditions/shared/filters.ts'
import { type Doubt, missing } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Parser, type Reading, wordAt } from './reading.ts'
import { byChannel, onDevice, shownChannel, shownDevice } from './shown-places.ts'

/** Values of a field in the data's own spelling; a doubt when the data holds none. */
export interface Named {
  readonly values: string[]
  readonly doubts: readonly Doubt[]
}

interface Concept {
  readonly name: string
  readonly words: ReturnType<typeof phrase>
  /** How shops store it. */
  readonly stored: RegExp
}

const CHANNELS: readonly Concept[] = [
  {
    name: 'online orders',
    words: phrase(
      'online',
      'web|website|internet',
      'the web|website|internet|site',
      'our|your|my|the? own website|site|webshop|shop|store|channel',
      'online store|shop',
      'our website|site|webshop',
      'our|your own web|online site|shop|store',
    ),
    stored: /^(?:online|web|website|internet|ecommerce|web ?shop)/,
  },
  {
    name: 'orders in a store',
    words: phrase(
      'in store|stores',
      'in? a|the|our physical? store|stores|shop|shops',
      'in|at one|any|some of our|the|your physical? stores|shops|branches',
      'instore|offline',
      'in person',
      'brick and mortar',
      'physical store|stores',
      'at the till|counter',
      'retail store|stores',
    ),
    stored: /store|shop|pos|retail|offline|person/,
  },
  {
    name: 'marketplace orders',
    words: phrase('the? marketplace|marketplaces', 'a marketplace'),
    stored: /market/,
  },
]
const DEVICES: readonly Concept[] = [
  {
    name: 'orders on a phone',
    words: phrase(
      'mobile|mobiles|phone|phones|smartphone|smartphones',
      'a|their mobile|mobiles|phone|phones|smartphone|smartphones',
      'mobile device|devices|phone|phones',
      'a mobile device|phone',
    ),
    stored: /mobile|phone/,
  },
  {
    name: 'orders on a computer',
    words: phrase('a? desktop|desktops|computer|computers|laptop|laptops|pc', 'desktop computer|computers'),
    stored: /desktop|computer|web|laptop/,
  },
  { name: 'orders on a tablet', words: phrase('a? tablet|tablets|ipad|ipads'), stored: /tablet|ipad/ },
]
const through = phrase(
  'via|through|on|from|using|with|over|by',
  'on|via|from the|a',
  'through|via|on|from the? channel|device',
)
const or = phrase('or', '/')
export const listed = phrase('or', '/', ',', ', or')

const certain = (found: Found<string[]> | undefined): Found<Named> | undefined =>
  found && { value: { values: found.value, doubts: [] }, end: found.end }

export const channel: Parser<Named> = (reading, at) =>
  certain(shownChannel(reading, at)) ??
  (onDevice(reading, at) < 0 ? concepts(reading, at, 'channel', CHANNELS) : undefined)
export const device: Parser<Named> = (reading, at) =>
  certain(shownDevice(reading, at)) ??
  (byChannel(reading, at) < 0 ? concepts(reading, at, 'device', DEVICES) : undefined)

function concepts(
  reading: Reading,
  at: number,
  field: 'channel' | 'device',
  all: readonly Concept[],
): Found<Named> | undefined {
  let last = concept(reading, skip(reading, at, through), field, all)
  let whole = last
  for (let said = last; last !== undefined && said !== undefined; ) {
    const plain = or(reading, last.end)
    const joint = plain >= 0 ? plain : listed(reading, last.end)
    const next = joint < 0 ? undefined : concept(reading, skip(reading, joint, through), field, all)
    if (next === undefined) break
    said = {
      value: {
        values: [...said.value.values, ...next.value.values],
        doubts: [...said.value.doubts, ...next.value.doubts],
      },
      end: next.end,
    }
    last = next
    // What commas join is a list of alternatives once "or" stands in it.
    if (plain >= 0) whole = said
  }
  return whole
}

const deviceWord = phrase('device|devices|phone|phones')

function concept(
  reading: Reading,
  at: number,
  field: 'channel' | 'device',
  all: readonly Concept[],
): Found<Named> | undefined {
  const link = reading.links.at(at).find((one) => one.field === field)
  // "on a mobile device": the word says what kind of value that is.
  const end = link === undefined || field === 'channel' ? -1 : deviceWord(reading, link.end)
  if (link !== undefined)
    return { value: { values: [...link.values], doubts: [] }, end: Math.max(end, link.end) }
  for (const { name, words, stored } of all) {
    const end = words(reading, at)
    if (end < 0) continue
    const held = reading.situation.vocabulary.values(field)
    const values = held.filter((info) => stored.test(foldText(info.value))).map((info) => info.value)
    const doubts =
      values.length > 0
        ? []
        : [missing(at, end, name, `No order in this workspace has a ${field} that says so.`)]
    return { value: { values, doubts }, end }
  }
  return undefined
}

const reduced = phrase(
  'with|using|on|at a|any|some? discount|discounts|promotion|promo',
  'on sale|offer|promotion|discount',
  'at a? discount',
  'discounted',
  'at a? discounted|reduced price|prices',
  'that were|was discounted',
  'during a sale',
)
const full = phrase(
  'at full price|prices',
  'full price',
  'without a|any? discount|discounts',
  'with no discount|discounts',
  'undiscounted',
  'at regular|list price',
  'that were|was not discounted',
)

/** true: with a discount; false: at full price. */
export const discounted: Parser<boolean> = (reading, at) => {
  const yes = reduced(reading, at)
  const no = full(reading, at)
  if (yes < 0 && no < 0) return undefined
  return yes > no ? { value: true, end: yes } : { value: false, end: no }
}

const wholly = phrase('fully refunded', 'refunded in full', 'that were|was fully refunded')
const refunded = phrase(
  'that? are|were|was? refunded or partially refunded',
  'fully|wholly|completely or|and partially|partly refunded',
  'partially|partly or|and fully|wholly|completely refunded',
  'refunded ,|( whether|either|be|no? matter? it? full|fully|wholly|completely or|and partial|partially|partly )?',
  'refunded in? full|fully|wholly|completely or in? part|partial|partially|partly',
  'refunded ,? in full or in? part',
  'refunded',
  'that were|was|got refunded',
  'returned',
  'that were|was returned',
)
const partly = phrase('partially|partly refunded', 'that were|was partially|partly refunded')
const pending = phrase('pending', 'unpaid', 'that are|is|were still? pending')

type CountedStatuses = NonNullable<OrderFilter['status']>

const STATUSES: readonly (readonly [ReturnType<typeof phrase>, CountedStatuses])[] = [
  [wholly, ['refunded']],
  [partly, ['partially_refunded']],
  [refunded, ['refunded', 'partially_refunded']],
  [pending, ['pending']],
]

export const status: Parser<CountedStatuses> = (reading, at) => {
  const named = namedStatuses(reading, at)
  if (named !== undefined) return named
  for (const [words, value] of STATUSES) {
    const end = words(reading, at)
    if (end >= 0 && !cameBack(reading, at, end)) return { value, end }
  }
  return undefined
}

/** "those who returned in 2026" came back, or sent something back: of no order it is said that it was. */
const cameBack = (reading: Reading, at: number, end: number): boolean =>
  end === at + 1 &&
  wordAt(reading, at) === 'returned' &&
  /^(?:who|that|they|and|then|have|has|had|ones|people|customers|those)$/.test(wordAt(reading, at - 1)) &&
  !SENT_BACK.test(wordAt(reading, end))
const SENT_BACK =
  /^(?:a|an|any|some|something|anything|their|the|one|two|at|more|over|it|them|orders?|items?|products?|purchases?|goods?|\d.*)$/

const withStatus = phrase(
  'with|in|of|having the|a? order? status|statuses of?',
  'whose status is',
  'status is|:|=?',
)
const plainStatus: readonly (readonly [ReturnType<typeof phrase>, CountedStatuses[number]])[] = [
  [phrase('paid'), 'paid'],
  [phrase('pending|unpaid'), 'pending'],
  [phrase('refunded', 'fully refunded'), 'refunded'],
  [phrase('partially|partly refunded'), 'partially_refunded'],
]

/** `with the status paid or refunded`: here each word is one status. */
function namedStatuses(reading: Reading, at: number): Found<CountedStatuses> | undefined {
  let next = withStatus(reading, at)
  const value: CountedStatuses = []
  let end = -1
  while (next >= 0) {
    const from = next
    const found = plainStatus
      .map(([words, name]) => ({ name, end: words(reading, from) }))
      .toSorted((a, b) => b.end - a.end)[0]
    if (found === undefined || found.end < 0) break
    value.push(found.name)
    end = found.end
    next = listed(reading, end)
  }
  return end < 0 ? undefined : { value, end }
}
