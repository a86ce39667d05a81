import { isCondition } from '../criteria/node.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { ENTITIES, type Entity } from '../entities/entity.ts'
import { readClauses, type Sentence } from './grammar/clauses.ts'
import { phrase } from './grammar/phrase.ts'
import { type Reading, wordAt } from './grammar/reading.ts'
import type { Node } from './grammar/tree.ts'
import { framingOf } from './intents/framing.ts'
import { incomeAt } from './phrases/incomes.ts'
import { holdsAccounts } from './situation.ts'

const staff = phrase('all|our|my|the? leads|contacts|professionals|people|individuals|persons')
const leads = phrase('all|our|my|the? leads')
const atWork = phrase(
  'everyone|everybody|anyone|anybody|people|those|somebody|someone|all|folks|ones at|inside',
  'everyone|everybody|anyone|anybody|people|those|somebody|someone|all|folks|ones who|that? work|works|working|employed at|for|in|inside',
)
/** "anyone on HubSpot": nobody says that people are meant. */
const whoever = phrase('anyone|anybody|everyone|everybody|all|those')
/** “Who are the CFOs in the UK?” asks for them, and not for companies that have one. */
const whoAre = phrase(
  "who|what|which is|are|'s|'re all? of? the|our|my|your|these|those?",
  'who|which all|of? the|our|my?',
)
const shoppers = phrase('all|our|my|the? customers|shoppers|buyers|subscribers')

/**
 * Whom a message asks for: customers, companies or the people there. It is read as asking for each, and the
 * reading that leaves the fewest words unread is meant; of equal ones whom the conversation is about, then
 * customers. Companies and people are meant only where something says so.
 */
export function askedEntity(reading: Reading): Entity {
  const { criteria } = reading.situation
  if (!holdsAccounts(reading.situation)) return 'customer'
  const framing = framingOf(reading, 0, reading.tokens.length)
  if (framing.profile !== undefined) return framing.profile
  const spoken = criteria === undefined ? 'customer' : entityOf(criteria)
  if (spoken !== 'customer' && goesOn(reading, spoken)) return spoken
  if (shoppers(reading, framing.start) >= 0 && readAs(reading.as('customer'), framing.start, 0).cost === 0)
    return 'customer'
  if (shoppers(reading, framing.start) >= 0 && earnsMoney(reading)) return 'customer'
  if (criteria !== undefined && (changes(reading) || (spoken === 'customer' && isOfProduct(reading))))
    return spoken
  const named = reading.tokens.some(({ word }) => COMPANY_WORDS.test(word))
  const people = staff(reading, framing.start) >= 0
  if (!named && inJobCode(reading)) return 'person'
  if (
    spoken === 'customer' &&
    accountsThatBuy(reading) &&
    readAs(reading.as('customer'), framing.start, 0).cost === 0
  )
    return 'customer'
  if (spoken === 'customer' && (tellsOfShopping(reading) || asksForBuyers(reading))) return 'customer'
  // Only customers have scores: "accounts in any RFM segment".
  if (spoken === 'customer' && reading.tokens.some(({ word }) => word === 'rfm')) return 'customer'
  const asks = (entity: Entity, from = framing.start) => readAs(reading.as(entity), from, 0)
  if (atWork(reading, framing.start) >= 0 && asks('person').cost === 0) return 'person'
  const who = whoAre(reading, 0)
  if (who >= 0 && startsWithJob(reading, who) && asks('person', who).cost === 0) return 'person'
  const behind = whoever(reading, framing.start)
  const inside = behind >= 0 && !named && startsWithPlace(reading, behind)
  if (spoken !== 'company' && behind >= 0 && someoneAt(reading, behind) && asks('person').cost === 0)
    return 'person'
  if (spoken === 'customer' && behind >= 0 && !named && !inside && asks('customer').cost > 0) {
    if (reading.tokens.some(({ word }) => JOB_WORDS.test(word)) && asks('person', behind).cost === 0)
      return 'person'
    const company = asks('company', behind)
    if (company.cost === 0 && company.said) return 'company'
  }
  const order = [spoken, ...ENTITIES.filter((one) => one !== spoken)]
  let best: { place: number; cost: number } | undefined
  // What is likely meant comes first: the others are given up where they leave more words unread than it does.
  const jobs = spoken === 'customer' && !named && startsWithJob(reading, framing.start)
  const likely = leads(reading, framing.start) >= 0 || jobs ? 'person' : named && !people ? 'company' : spoken
  for (const entity of [likely, ...order.filter((one) => one !== likely)]) {
    const place = order.indexOf(entity)
    // Who says “companies” asks for no customers, whatever else is unread; who begins with “leads” for no companies.
    const whole = (entity === 'customer' && named) || (entity === 'company' && people)
    // "gold accounts" are customers where no company is gold; "accounts in Germany" are companies.
    const first = best !== undefined && place < best.place && !(entity === 'customer' && (named || jobs))
    const beaten = best === undefined ? Infinity : first ? best.cost : best.cost - 1
    const most = whole ? Math.min(beaten, 0) : beaten
    if (most < 0 || (entity === 'company' && inside)) continue
    const { cost, said } = readAs(reading.as(entity), framing.start, most)
    if (entity !== spoken && entity !== 'customer' && !said) continue
    if (cost <= most) best = { place, cost }
  }
  return (best && order[best.place]) ?? spoken
}

/** "who have an email", of companies or people at hand: said of them, whoever else could be found by it. */
const goesOn = ({ tokens }: Reading, spoken: 'company' | 'person'): boolean => {
  const words = tokens.map(({ word }) => word)
  const opening = words.find((word) => !/^(?:and|but|now|ok|okay|then|also|please)$/.test(word)) ?? ''
  return ONGOING[spoken].test(opening) && !words.some((word) => OTHERS[spoken].test(word))
}

const ONGOING = {
  company:
    /^(?:that|which|whose|where|with|without|only|just|those|these|them|exclude|excluding|drop|minus|except)$/,
  person:
    /^(?:who|that|whose|with|without|only|just|those|these|them|exclude|excluding|drop|minus|except|contacts|leads|people|folks|ones)$/,
}
const OTHERS = {
  company: /^(?:customers?|shoppers?|buyers?|subscribers?|people|contacts?|leads?|who|whoever|anyone)$/,
  person: /^(?:customers?|shoppers?|buyers?|subscribers?|compan(?:y|ies)|firms|accounts)$/,
}

/** "swap the ad for an email": of those at hand, whoever else could be found by what is left of it. */
const changes = ({ tokens }: Reading): boolean =>
  CHANGE.test(
    tokens.find(({ word }) => !/^(?:and|but|now|ok|okay|then|also|please|,)$/.test(word))?.word ?? '',
  ) &&
  !tokens.some(
    ({ word }) => ACCOUNT_WORDS.test(word) || /^(?:customers?|shoppers?|subscribers?|people)$/.test(word),
  )
const CHANGE = /^(?:swap|replace|exchange|substitute|make|bump|raise|lower|push|forget|scratch|ditch|lose)$/

/** "Running Shoe instead", of customers: a product of that name, and no company that runs on something called Shoe. */
const isOfProduct = (reading: Reading): boolean =>
  !reading.tokens.some(({ word }) => ACCOUNT_WORDS.test(word)) &&
  reading.tokens.some((_, at) =>
    reading.links
      .at(at)
      .some(({ field, match, end }) => field === 'product' && match === 'whole' && end > at + 1),
  )

/** "customers earning over 80k": people, and no companies, earn an income. */
const earnsMoney = (reading: Reading): boolean =>
  reading.tokens.some((_, at) => incomeAt(reading, at) !== undefined) &&
  !reading.tokens.some(({ word }) => COMPANY_WORDS.test(word))

/** "Marketers who …", "VPs with …": people are called so at work, and no customers are. */
function startsWithJob(reading: Reading, at: number): boolean {
  const found = reading.as('person').unit(reading.as('person'), at)?.value
  return found?.job !== undefined && reading.as('customer').unit(reading.as('customer'), at) === undefined
}

/** "anyone in fintech" may be people there. */
const startsWithPlace = (reading: Reading, at: number): boolean =>
  /^(?:in|at|from|of|inside|within)$/.test(wordAt(reading, at))

/** "anyone in security at healthcare companies": nobody but people is in a function at a company. */
const someoneAt = ({ tokens }: Reading, at: number): boolean =>
  /^(?:anyone|anybody|everyone|everybody)$/.test(tokens[at - 1]?.word ?? '') &&
  tokens[at]?.word === 'in' &&
  tokens.slice(at + 2).some(({ word }) => word === 'at') &&
  tokens.some(({ word }) => COMPANY_WORDS.test(word))

/** "People in HR" are those in human resources where there are such, and not in Croatia. */
function inJobCode(reading: Reading): boolean {
  const functions = reading.situation.vocabulary.values('person.function').map(({ value }) => value)
  return reading.tokens.some(
    ({ text }, i) =>
      /^(?:HR|IT)$/.test(text) &&
      functions.includes(text) &&
      /^(?:in|from|for)$/.test(reading.tokens[i - 1]?.word ?? ''),
  )
}

/** Only customers buy: what else they did, such as to visit, is then theirs too, though companies do it as well. */
const tellsOfShopping = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => SHOPPING.test(word)) && !tokens.some(({ word }) => ACCOUNT_WORDS.test(word))

/** "accounts created in May that never ordered": customers have accounts too. */
const accountsThatBuy = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => SHOPPING.test(word)) &&
  tokens.every(({ word }) => !ACCOUNT_WORDS.test(word) || /^accounts?$/.test(word))

/** "CA buyers" are customers; "media buyers" and "buyers at fintechs" have it as a job. */
const asksForBuyers = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }, i) => /^(?:buyers|shoppers)$/.test(word) && !JOB.test(tokens[i - 1]?.word ?? '')) &&
  !tokens.some(({ word }) => ACCOUNT_WORDS.test(word) || AT_WORK.test(word))

/** "Anybody with growth in their job title": companies have none. */
const JOB_WORDS = /^(?:titles?|titled|seniority|role|roles|experience)$/
const JOB =
  /^(?:media|senior|junior|lead|chief|head|procurement|purchasing|strategic|category|retail|fashion|assistant|technical|principal|economic|b2b|industrial|commodity)$/
const AT_WORK = /^(?:at|fintechs?|saas|startups?|title|titled|job|seniority|employees|headcount|persona|icp)$/

interface Read {
  /** How many words are unread, doubled; those that are asked about are understood at least so far. */
  readonly cost: number
  /** Whether anything says that it is these who are asked for. */
  readonly said: boolean
}

/** What costs more than `most` is not read to its end. */
function readAs(reading: Reading, from: number, most: number): Read {
  const sentence = readClauses(reading, reading.unit, from, reading.tokens.length, Math.floor(most / 2))
  const { leftovers, doubts, node } = sentence
  const lost = leftovers.reduce((sum, [first, end]) => sum + end - first, 0)
  const asked = doubts.reduce(
    (sum, doubt) =>
      sum + (doubt.understood ? 1 : (doubt.kind === 'missing' ? 2 : 1) * (doubt.to - doubt.from)),
    0,
  )
  // Nothing that anybody could be found by is no reading either.
  const empty = node === undefined && doubts.length === 0
  return { cost: 2 * lost + asked + (empty ? 1 : 0), said: isSaid(reading, sentence) }
}

const COMPANY_WORDS = /^(?:compan(?:y|ies)|firms|businesses|organi[sz]ations|accounts)$/
const ACCOUNT_WORDS =
  /^(?:compan(?:y|ies)|firms?|business(?:es)?|organi[sz]ations?|accounts?|leads?|contacts?|prospects?|b2b|persons?|professionals?|careers?)$/
const SHOPPING =
  /^(?:bought|buys?|orders|ordered|purchased?|purchases|spent|spends?|carts?|checkouts?|reviewed|aov|ltv)$/
const SHOP_WORDS =
  /^(?:customers?|shoppers?|buyers?|clients?|subscribers?|users?|bought|buy|buys|orders?|ordered|purchas\w*|spent|spends?|e?mails?|segments?|products?)$/

function isSaid(reading: Reading, { node, doubts }: Sentence): boolean {
  const { tokens } = reading
  if (tokens.some(({ word }) => ACCOUNT_WORDS.test(word))) return true
  if (criteriaIn(node).some((criteria) => leavesOf(criteria).some(({ condition }) => tells(condition))))
    return true
  return (
    doubts.some(({ kind, ofTime }) => kind === 'question' && ofTime !== true) &&
    !tokens.some(({ word }) => SHOP_WORDS.test(word))
  )
}

function criteriaIn(node: Node | undefined): readonly Criteria[] {
  if (node === undefined) return []
  if (node.kind === 'leaf') return node.meaning.criteria === undefined ? [] : [node.meaning.criteria]
  return (node.kind === 'not' ? [node.of] : node.of).flatMap(criteriaIn)
}

/** Customers live in places as well, and "our customers" are customers first. */
const EVERYBODYS = new Set(['country', 'region', 'city', 'relationship', 'name', 'id'])

const tells = (condition: Criteria): boolean =>
  isCondition(condition) && !('field' in condition && EVERYBODYS.has(condition.field))
