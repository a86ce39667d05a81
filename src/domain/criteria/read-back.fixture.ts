import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { currencyOf } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import { TEST_QUESTIONS } from '../conditions/answer/answer.fixture.ts'
import { arbitraryIndicators } from '../conditions/indicator/indicator.fixture.ts'
import { TEST_PROFILES } from '../conditions/profile/scores.fixture.ts'
import { EVENT_VERBS } from '../conditions/events/event-words.ts'
import { kindOf } from '../indicators/kind.ts'
import { interpret } from '../language/interpret.ts'
import type { Interpretation } from '../language/interpretation.ts'
import type { Situation } from '../language/situation.ts'
import { countryName } from '../places/countries.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import type { DictionaryField } from '../vocabulary/dictionary.ts'
import type { ValueInfo } from '../vocabulary/vocabulary.ts'
import { ACCOUNT_TEXTS } from './accounts.fixture.ts'
import { TEXTS } from './company.fixture.ts'
import { describe } from './describe.ts'
import { entityOf } from './entity.ts'
import { asFilters } from '../profiles/as-parameters.ts'
import { fitOf } from '../profiles/fit.ts'
import type { ProfileParameters } from '../profiles/parameter.ts'
import { foldedCriteria } from './folded.fixture.ts'
import { HOSTILE_TEXTS } from './pieces.fixture.ts'
import { normalCriteria } from './normal.ts'
import type { Criteria } from './schema.ts'

/** The texts that random criteria compare with, as a company's own values. */
const VALUES: Partial<Record<DictionaryField, readonly string[]>> = {
  category: TEXTS.category,
  brand: TEXTS.brand,
  product: TEXTS.title,
  sku: TEXTS.sku,
  product_tag: TEXTS.productTag,
  event: [...TEXTS.event, ...EVENT_VERBS.keys()],
  campaign: TEXTS.campaign,
  channel: TEXTS.channel,
  device: TEXTS.device,
  discount_code: TEXTS.code,
  country: TEXTS.country,
  region: TEXTS.region,
  city: TEXTS.city,
  language: TEXTS.language,
  gender: TEXTS.gender,
  tags: TEXTS.tag,
  interests: TEXTS.interest,
  'company.name': ACCOUNT_TEXTS.name,
  'company.industry': ACCOUNT_TEXTS.industry,
  'company.technology': ACCOUNT_TEXTS.technology,
  'company.funding_stage': ACCOUNT_TEXTS.funding_stage,
  'company.relationship': ACCOUNT_TEXTS.relationship,
  'company.country': ACCOUNT_TEXTS.country,
  'company.region': ACCOUNT_TEXTS.region,
  'company.city': ACCOUNT_TEXTS.city,
  'person.title': ACCOUNT_TEXTS.title,
  'person.seniority': ACCOUNT_TEXTS.seniority,
  'person.function': ACCOUNT_TEXTS.function,
  'person.country': ACCOUNT_TEXTS.country,
  'person.region': ACCOUNT_TEXTS.region,
  'person.city': ACCOUNT_TEXTS.city,
  'person.timezone': ACCOUNT_TEXTS.timezone,
  'signal.type': ACCOUNT_TEXTS.signal,
  'signal.topic': ACCOUNT_TEXTS.topic,
}

/** Fields whose values are a closed list, which no data can add to. */
const CLOSED = new Set<DictionaryField>([
  'country',
  'company.country',
  'person.country',
  'company.relationship',
])

/** What attributes are compared with beside those. */
const SHORT_TEXTS = ['a', 'é', '@gmail.com', '%']

const SEGMENTS = new Map([
  ['list_vip', 'VIP'],
  ['list_summer', 'Summer Buyers'],
  ['seg_canada', 'Canadians'],
  ['seg_back', 'Back again'],
])

/** One draw for all: what they are called is a part of the words, and their ids stay the same. */
const INDICATORS = new Map(
  (fc.sample(arbitraryIndicators, { numRuns: 1, seed: 1 })[0] ?? []).map((one) => [one.id, one]),
)

const infos = (field: DictionaryField): readonly ValueInfo[] => {
  const info = (value: string, label = value): ValueInfo => ({ field, value, label, count: 10 })
  if (field === 'segment') return [...SEGMENTS].map(([id, name]) => info(id, name))
  if (field === 'profile' || field === 'company.profile' || field === 'person.profile') {
    const entity = field === 'profile' ? 'customer' : field === 'company.profile' ? 'company' : 'person'
    return TEST_PROFILES.filter((one) => one.entity === entity).map(({ id, name }) => info(id, name))
  }
  if (field === 'indicator') return [...INDICATORS.values()].map(({ id, name }) => info(id, name))
  const texts = new Map((VALUES[field] ?? []).map((text) => [foldText(text), text]))
  if (CLOSED.has(field))
    return [...texts.values()].map((text) => info(text, field.endsWith('country') ? countryName(text) : text))
  const short = field === 'region' || field === 'city' ? SHORT_TEXTS : []
  return [...texts.values(), ...HOSTILE_TEXTS, ...short].map((text) => info(text))
}
const lists = new Map<DictionaryField, readonly ValueInfo[]>()

const NOW = Date.parse('2025-11-20T12:00:00Z') / 1000
const base = { now: NOW, zone: 'UTC', currency: currencyOf('USD') }

const missing = (id: string): never => {
  throw new Error(`There is nothing with the id ${id}`)
}

const names = {
  segment: (id: string) => ({ kind: 'list' as const, id, name: SEGMENTS.get(id) ?? missing(id) }),
  indicator: (id: string) => INDICATORS.get(id) ?? missing(id),
  profile: (id: string) => TEST_PROFILES.find((one) => one.id === id) ?? missing(id),
  profiles: () => TEST_PROFILES,
  question: (id: string) => TEST_QUESTIONS.find((one) => one.id === id) ?? missing(id),
  questions: () => TEST_QUESTIONS,
}

/** Criteria in the words that people are shown. */
const shownWords = (criteria: Criteria): string => describe(criteria, { ...base, ...names })

const situation: Situation = {
  ...base,
  vocabulary: {
    values(field) {
      const known = lists.get(field) ?? infos(field)
      lists.set(field, known)
      return known
    },
    find: () => [],
    filled: () => 0.8,
    eventsOf: () => [],
    fields: () => [],
    dictionary: {
      products: () => [],
      categories: () => [],
      eventTypes: () => [],
      campaigns: () => [],
      titles: () => [],
      known: () => ({ known: true, nearest: [] }),
      spellings: () => [],
    },
  },
  describe: shownWords,
  profiles: () => TEST_PROFILES,
  questions: () => TEST_QUESTIONS,
  indicator(id) {
    const definition = INDICATORS.get(id)
    return definition && kindOf({ definition, origin: 'custom' })
  },
}

/** What somebody would send who repeats the words of criteria. “People” alone may be customers. */
function requestFor(criteria: Criteria): string {
  const entity = entityOf(criteria)
  const subject = entity === 'person' ? 'leads who' : ENTITY_WORDS[entity].subject.toLowerCase()
  return `${subject} ${shownWords(criteria)}`
}

const OPENINGS = {
  customer: 'Build an ICP over customers',
  company: 'Build an ICP',
  person: 'Add a persona',
} as const

/** How somebody would send the words who builds a profile of them. */
function profileRequestFor(criteria: Criteria): string {
  const entity = entityOf(criteria)
  return `${OPENINGS[entity]}: ${requestFor(criteria)}`
}

/** What a message is read as where those values are the company's. */
const readRequest = (text: string): Interpretation => interpret(text, situation)

/** What is lost when the words of criteria are read again: undefined where nothing is. */
export function lostInWords(criteria: Criteria): string | undefined {
  const request = requestFor(criteria)
  const read = readRequest(request)
  if (read.kind === 'criteria' && isDeepStrictEqual(foldedCriteria(read.criteria), foldedCriteria(criteria)))
    return undefined
  const said =
    read.kind === 'criteria' ? JSON.stringify(read.criteria) : JSON.stringify({ ...read, receipt: [] })
  return `${request}\n  meant  ${JSON.stringify(criteria)}\n  read   ${said}`
}

/** What is lost when a profile is built of the words of criteria, all of which must hold: undefined where nothing is. */
export function lostInProfile(criteria: Criteria): string | undefined {
  const request = profileRequestFor(criteria)
  // Where no ICP is there, a persona brings one with it.
  const read = interpret(request, { ...situation, allProfiles: () => [] })
  const built = read.kind === 'command' && read.command.do === 'build_profile' ? read.command : undefined
  const kept = (parameters: ProfileParameters) => {
    const fit = fitOf(parameters)
    return fit === null ? null : foldedCriteria(fit)
  }
  const meant = kept([...asFilters(normalCriteria(criteria))])
  const scores = built?.parameters.some(({ mode }) => mode === 'score') === true
  if (built !== undefined && !scores && isDeepStrictEqual(kept(built.parameters), meant)) return undefined
  const said = JSON.stringify(built ?? { ...read, receipt: [] })
  return `${request}\n  meant  ${JSON.stringify(criteria)}\n  read   ${said}`
}
