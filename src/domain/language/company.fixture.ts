import { isCondition } from '../criteria/node.ts'
import type { IndicatorMeaning } from '../conditions/define.ts'
import type { Criteria } from '../criteria/schema.ts'
import { BUILTIN_INDICATORS } from '../indicators/builtin.ts'
import { kindOf } from '../indicators/kind.ts'
import { groupOf } from '../criteria/walk.ts'
import { DICTIONARY_FIELDS, type DictionaryField } from '../vocabulary/dictionary.ts'
import type { ValueInfo, Vocabulary } from '../vocabulary/vocabulary.ts'
import type { Situation } from './situation.ts'

/** Indicators of an invented shop: those that are built in, and two of its own. */
export const TEST_INDICATORS: ReadonlyMap<string, IndicatorMeaning> = new Map(
  [
    ...BUILTIN_INDICATORS.map(({ id, name, measure }) => ({ id, name, kind: 'number' as const, measure })),
    {
      id: 'ind_outdoor',
      name: 'Appetite for Outdoor',
      kind: 'number' as const,
      measure: { measure: 'share_of_spend' as const, products: { category: ['Outdoor'] } },
    },
    {
      id: 'ind_gone',
      name: 'Nearly gone',
      kind: 'status' as const,
      criteria: { type: 'consent', channel: 'email', is: 'unsubscribed' } as const,
    },
  ].map((one): [string, IndicatorMeaning] => [one.id, { ...one, storedAt: null }]),
)

/** Values of an invented shop. `value=label` where people read it otherwise than criteria write it. */
const VALUES: Partial<Record<DictionaryField, string>> = {
  category: 'Tea|Coffee|Cocoa|Juice|Skincare|Socks|Accessories|Outdoor|Coffee Gear',
  brand: 'Nike|Kopi|Glow|Outdoor Co',
  product:
    'Gentle Cleanser|Rose Toner|Starter Kit|Green Tea|Crew Socks|Trail Shoe|Running Shoe|Coffee Beans 1kg',
  sku: 'ABC123',
  product_tag: 'vegan',
  event:
    'viewed_product|added_to_cart|started_checkout|visited_site|opened_email|clicked_email|clicked_sms|clicked_ad|played_video',
  campaign: 'Summer Sale|October News|Meta Prospecting',
  channel: 'online|in_store|marketplace',
  device: 'mobile|desktop|tablet',
  discount_code: 'WELCOME10|SUMMER20|BLACKFRIDAY24',
  country: 'US|CA|FR|DE|GB|ES|IT|BE|AT|CH',
  region: 'California|Texas|Ontario|New York|Bavaria',
  city: 'Paris|London|Leeds|Berlin|New York|Toronto',
  gender: 'female|male',
  tags: 'vip|gold|wholesale|staff',
  indicator: [...TEST_INDICATORS].map(([id, { name }]) => `${id}=${name}`).join('|'),
  'company.industry':
    'SaaS|Fintech|E-commerce|Artificial Intelligence|Agency|Manufacturing|Healthcare|Security|Financial Services',
  'company.technology': 'Snowflake|dbt|Databricks|Shopify Plus|Google Cloud|HubSpot|Salesforce',
  'company.funding_stage': 'Pre-Seed|Seed|Series A|Series B|Series C|Series D|Bootstrapped|Public',
  'company.relationship': 'prospect|pipeline|customer|churned|closed_lost=closed-lost',
  'company.country': 'US|CA|DE|AT|CH|NL|GB|FR',
  'company.region': 'Bavaria|California',
  'company.city': 'Berlin|London',
  'person.title':
    'VP Sales|VP of Sales|Vice President, Commercial Sales|Assistant to the VP Sales|CMO|Chief Marketing Officer|Head of Growth|Growth Marketing Lead|Marketing Manager|Security Director|CISO|Data Analyst|Founder|Marketing Intern',
  'person.seniority': 'C-suite|VP|Director|Manager|IC',
  'person.function': 'Sales|Marketing|Security|HR|Engineering|Data|Operations|RevOps|Finance',
  'person.country': 'US|CA|DE|NL|GB|FR',
  'person.city': 'Berlin|London',
  'signal.type': 'funding|hiring|job_change=job change|reply|post|visit|news',
  'signal.topic': 'Series B|SDR|hiring|interested|pricing page',
  segment:
    'list_vip=VIP|list_news=Newsletter|list_eu=At Risk EU|seg_summer=Summer Buyers|seg_rfm_champions=Champions',
}

/** Places that share a name have different counts, so that they stay apart. */
const countOf = (field: DictionaryField): number => (field === 'region' ? 20 : field === 'city' ? 10 : 50)

const lists = new Map(
  DICTIONARY_FIELDS.map((field): [DictionaryField, readonly ValueInfo[]] => [
    field,
    (VALUES[field] ?? '')
      .split('|')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [value = '', label = value] = entry.split('=')
        return { field, value, label, count: countOf(field) }
      }),
  ]),
)
const MISSING = new Set(['language', 'interests', 'latitude', 'longitude'])

const vocabulary: Vocabulary = {
  values: (field) => lists.get(field) ?? [],
  find: (text, options) =>
    [...lists.values()]
      .flat()
      .filter((info) => options?.field === undefined || info.field === options.field)
      .filter((info) => info.label.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)))
      .map((info) => ({ ...info, score: 0.8, via: 'fuzzy' as const })),
  filled: (field) => (MISSING.has(field) ? 0 : 0.8),
  eventsOf: (campaign) =>
    campaign === 'Meta Prospecting' ? ['clicked_ad'] : ['opened_email', 'clicked_email'],
  fields: () => [],
  dictionary: {
    products: () => [],
    categories: () => [],
    eventTypes: () => [],
    campaigns: () => [],
    known: () => ({ known: true, nearest: [] }),
    spellings: () => [],
    titles: () => [],
  },
}

/** Thursday, 20 November 2025. */
const NOW = Date.parse('2025-11-20T12:00:00Z') / 1000

export const situation = (criteria?: Criteria): Situation => ({
  vocabulary,
  now: NOW,
  zone: 'UTC',
  currency: { code: 'USD', exponent: 2 },
  describe: brief,
  indicator(id) {
    const known = TEST_INDICATORS.get(id)
    const origin = id === 'ind_outdoor' || id === 'ind_gone' ? 'custom' : 'builtin'
    return known && kindOf({ definition: known, origin })
  },
  ...(criteria === undefined ? {} : { criteria }),
})

/** Criteria in few signs, so that a table of requests can be read: `country FR & orders.count >= 2 [last 30 day]`. */
export function brief(criteria: Criteria): string {
  if (isCondition(criteria)) {
    const { type, ...rest } = criteria
    const parts = Object.values(rest).map((value: unknown) => briefValue(value))
    return [type === 'attribute' ? '' : type, ...parts].join(' ').trim()
  }
  const { group, branches } = groupOf(criteria)
  const texts = branches.map(brief)
  if (group === 'none') return `not(${texts.join(' | ')})`
  return `(${texts.join(group === 'all' ? ' & ' : ' | ')})`
}

function briefValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(briefValue).join(',')
  if (typeof value !== 'object' || value === null) return String(value)
  if ('kind' in value && value.kind !== 'dates') return `[${Object.values(value).map(String).join(' ')}]`
  if ('kind' in value) {
    const ends = Object.entries(value).flatMap(([key, end]: [string, unknown]) =>
      key === 'kind' ? [] : [`${key} ${String(end)}`],
    )
    return `[${ends.join(' ')}]`
  }
  return `{${Object.entries(value)
    .map(([key, inner]: [string, unknown]) => `${key}:${briefValue(inner)}`)
    .join(' ')}}`
}
