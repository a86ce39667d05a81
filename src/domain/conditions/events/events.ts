import { sql } from 'kysely'
import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import type { SetPlan } from '../../members/plan.ts'
import { windowSchema } from '../../time/window.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  isNone,
  isSome,
  normalCount,
  OPERATORS,
  refineComparison,
  refineCount,
  timesWords,
} from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import type { ConditionDefinition, PlanContext } from '../define.ts'
import {
  eventFilterRaw,
  eventFilterWords,
  eventProblems,
  eventRowsText,
  eventsIn,
} from '../shared/event-rows.ts'
import { eventVerbs } from './event-words.ts'
import { countMiss } from '../shared/miss.ts'
import { eventFilterSchema, texts } from '../shared/filters.ts'
import { boundsIn, withinWords } from '../shared/order-rows.ts'
import {
  allOf,
  BEGINNING,
  byTime,
  cutByCustomer,
  inBounds,
  inPiece,
  isEmpty,
  nobody,
  not,
  uncut,
} from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import { normalEventFilter } from '../shared/normal-filter.ts'
import { distinct } from '../shared/text-match.ts'
import { campaignPhrases } from './campaign-phrases.ts'
import { eventPhrases } from './events-phrases.ts'
import { nightBrowsers } from './night-browsers.ts'
import { eventsFromSql } from './events-from-sql.ts'

/**
 * A test over a customer's events: how many of these types happened. Without a comparison: at least one.
 *
 * @example { type: 'events', event: ['opened_email', 'clicked_email'], within: { kind: 'last', n: 30, unit: 'day' } }
 */
export const eventsSchema = z
  .strictObject({
    type: z.literal('events'),
    event: texts,
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
    within: windowSchema.optional(),
    where: eventFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    refineComparison(c, ctx)
    refineCount(c.value, ctx)
  })
export type EventsCondition = z.infer<typeof eventsSchema>

/** What people do on their way to an order: one of them stands in for another. */
const STEPS: ReadonlySet<string> = new Set(['viewed_product', 'added_to_cart', 'started_checkout'])

/** What each is called by itself: "14 for the visits". */
const NOUNS: Readonly<Record<string, string>> = {
  visited_site: 'visit visitor site',
  opened_email: 'open opening opener email',
  clicked_email: 'click clicking clicker email',
  clicked_sms: 'click sms text',
  clicked_ad: 'click ad',
  viewed_product: 'view viewing viewer browse',
  added_to_cart: 'cart basket',
  started_checkout: 'checkout',
}

export const events: ConditionDefinition<'events', EventsCondition> = {
  type: 'events',
  entity: 'customer',
  schema: eventsSchema,
  form: {
    title: 'Visits, e-mails and other events',
    start: {
      type: 'events',
      event: ['visited_site'],
      within: { kind: 'last', n: 30, unit: 'day' },
    },
  },
  meaning: 'Events of these types, at least one unless op says else',
  phrases: [...eventPhrases, ...campaignPhrases, nightBrowsers],
  deeds: [...eventPhrases, ...campaignPhrases],
  about: ({ event }) =>
    `events ${[...new Set(event.map((each) => (each.endsWith('_email') ? 'email' : STEPS.has(each) ? 'shop' : each)))].join(' ')}`,
  called: ({ event }) =>
    ['event activity engagement behaviour behavior', ...event.map((one) => NOUNS[one] ?? '')].join(' '),
  money: () => false,
  normal(condition) {
    const { op: _op, value: _value, ...others } = condition
    const test = normalCount(testOf(condition))
    const event = distinct(condition.event)
    const where = condition.where && { where: normalEventFilter(condition.where) }
    return { ...others, event, ...where, ...(isSome(test) ? {} : test) }
  },
  sources: ({ where }) => (where?.product === undefined ? ['events'] : ['events', 'products']),
  check: eventProblems,
  words(condition, ctx) {
    const verbs = eventVerbs(condition.event)
    const test = comparisonOf(condition)
    const manner = test === undefined ? undefined : 'whole'
    const scope = eventFilterWords(condition.where, ctx) + withinWords(condition.within, manner)
    if (test === undefined) return `${verbs}${scope}`
    if (isNone(normalCount(test))) return `have ${scope === '' ? 'never' : 'not'} ${verbs}${scope}`
    const total = condition.event.length > 1 ? ' in total' : ''
    return `${verbs} ${timesWords(test)}${total}${scope}`
  },
  plan(condition, ctx) {
    const test = testOf(condition)
    const complement = compare(0, test)
    const members = planRows(condition, test, complement, ctx)
    return complement ? not(members) : members
  },
  predicate(condition, ctx) {
    const test = testOf(condition)
    const complement = compare(0, test)
    const rows = `v_events WHERE ${eventRowsText(condition, ctx)}`
    if (complement ? isNone(test) : isSome(test)) return membersText(rows, { complement })
    const having = comparisonText('COUNT(*)', test, { complement })
    return membersText(`${rows} GROUP BY customer_id HAVING ${having}`, { complement })
  },
  fromSql: (test, ctx) => (test.kind === 'members' ? eventsFromSql(test, ctx) : undefined),
  holds: (condition, customer, _population, ctx) =>
    compare(eventsIn(customer, condition, ctx).length, testOf(condition)),
  actual(condition, customer, _population, ctx) {
    const times = eventsIn(customer, condition, ctx).length
    const verbs = eventVerbs(condition.event)
    const scope = eventFilterWords(condition.where, ctx) + withinWords(condition.within)
    return times === 0 ? `has not ${verbs}${scope}` : `${verbs} ${countOf(times, 'time')}${scope}`
  },
  miss(condition, customer, _population, ctx) {
    const what = `that they ${eventVerbs(condition.event)}`
    const times = eventsIn(customer, condition, ctx).length
    return countMiss(times, testOf(condition), `time ${what}`, `times ${what}`)
  },
}

const testOf = (condition: EventsCondition): Comparison => comparisonOf(condition) ?? { op: '>=', value: 1 }

/** Up to this, sorting the events of a window is shorter than passing over everybody's. */
const SHORT_WINDOW = 31 * 86_400

function planRows(
  condition: EventsCondition,
  test: Comparison,
  complement: boolean,
  ctx: PlanContext,
): SetPlan {
  const { dialect } = ctx
  const types = ctx.dictionary.eventTypes(condition.event)
  const bounds = boundsIn(condition.within, ctx)
  if (types.length === 0 || isEmpty(bounds)) return nobody
  const { from = BEGINNING, to } = bounds
  const filters = eventFilterRaw(condition.where, ctx)
  const byType = dialect.oneOf(sql`e.type_id`, types)
  if (complement ? isNone(test) : isSome(test)) {
    const rows = allOf([byType, inPiece('e.occurred_at'), ...filters])
    const query = byTime(dialect, sql`SELECT e.customer_id FROM events AS e WHERE ${rows}`, { from, to })
    const isRecent = filters.length === 0 && to === ctx.now
    return { kind: 'query', query, ...(isRecent ? { recent: { types, from, to } } : {}) }
  }
  const counted = sql`GROUP BY e.customer_id HAVING ${comparisonRaw(sql`count(*)`, test, { complement })}`
  if (to - from <= SHORT_WINDOW) {
    const rows = allOf([byType, inBounds(sql`e.occurred_at`, bounds), ...filters])
    return uncut(dialect, sql`SELECT e.customer_id FROM events AS e WHERE ${rows} ${counted}`)
  }
  // The plus keeps the engine off the index by time, which every piece would have to read in full.
  const rows = allOf([
    inPiece('e.customer_id'),
    dialect.oneOf(sql`+e.type_id`, types),
    inBounds(sql`e.occurred_at`, bounds),
    ...filters,
  ])
  return cutByCustomer(dialect, sql`SELECT e.customer_id FROM events AS e WHERE ${rows} ${counted}`)
}
