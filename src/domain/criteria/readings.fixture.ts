import type BetterSqlite3 from 'better-sqlite3'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { PlanContext } from '../conditions/define.ts'
import { compare, inMinor } from '../conditions/shared/comparison.ts'
import type { ProductFilter } from '../conditions/shared/filters.ts'
import { definitionOf } from '../conditions/index.ts'
import type { CustomerRecord, OrderRecord, Population, ProductRecord } from '../customers/record.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { passOver } from '../members/facts-pass.ts'
import type { SetPlan, SetQuery } from '../members/plan.ts'
import { RFM_PATTERNS } from '../rfm/patterns.ts'
import { titleMeans } from '../titles/title-meaning.ts'
import type { Dictionary } from '../vocabulary/dictionary.ts'
import type { Company } from './company.fixture.ts'
import { entityOf } from './entity.ts'
import { scoreRankedIn } from '../conditions/score-rank/score-rank.fixture.ts'
import { rankedIn } from '../conditions/rank/rank-population.fixture.ts'
import { holds } from './evaluate.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { groupOf } from './walk.ts'

/** What readings of a company are given, made from the company itself. */
export function contextOf(company: Company): PlanContext {
  return {
    now: company.now,
    zone: company.zone,
    currency: company.currency,
    dialect: sqlite,
    dictionary: dictionaryOf(company),
    factsHold: company.customers.every((customer) =>
      counted(customer).every((order) => order.at <= company.now),
    ),
    earliest: () =>
      Math.min(
        company.now,
        ...company.customers.flatMap(({ orders, events }) => [...orders, ...events].map(({ at }) => at)),
      ),
    history(id) {
      const begins = company.firstCounts?.get(id)
      return begins === undefined ? undefined : { begins, counted: Math.max(begins, company.now) }
    },
    earliestJoined: () =>
      Math.min(company.now, ...company.customers.flatMap(({ createdAt }) => createdAt ?? [])),
    segment(id) {
      const segment = company.segments.find((candidate) => candidate.id === id)
      if (segment !== undefined) return { kind: 'criteria', name: segment.name, criteria: segment.criteria }
      const list = company.lists.find((candidate) => candidate.id === id)
      if (list !== undefined) return { kind: 'list', ...list }
      throw new NotFoundError(`There is no segment ${id}`, { next: 'Name another.' })
    },
    indicator(id) {
      const indicator = company.indicators?.find((candidate) => candidate.id === id)
      if (indicator !== undefined) return indicator
      throw new NotFoundError(`There is no indicator ${id}`, { next: 'Name another.' })
    },
    profile(id) {
      const profile = company.profiles?.find((candidate) => candidate.id === id)
      if (profile !== undefined) return profile
      throw new NotFoundError(`There is no profile ${id}`, { next: 'Name another.' })
    },
    profiles: () => company.profiles ?? [],
    question(id) {
      const question = company.questions?.find((candidate) => candidate.id === id)
      if (question !== undefined) return question
      throw new NotFoundError(`There is no question ${id}`, { next: 'Name another.' })
    },
    questions: () => company.questions ?? [],
  }
}

const counted = (customer: CustomerRecord): readonly OrderRecord[] =>
  customer.orders.filter((order) => order.status !== 'cancelled')

/** The dictionary as insertCompany numbers things, by plain loops. */
function dictionaryOf({ products, customers, currency, people = [] }: Company): Dictionary {
  const events = customers.flatMap((customer) => customer.events)
  const orders = customers.flatMap((customer) => customer.orders)
  const folded = (texts: readonly (string | null)[]) => [
    ...new Set(texts.flatMap((text) => (text === null ? [] : [foldText(text)]))),
  ]
  const idsIn = (keys: readonly string[], names: readonly string[]) =>
    keys.flatMap((key, i) => (names.some((name) => foldText(name) === key) ? [i + 1] : []))
  const campaigns = [...new Set(events.flatMap((event) => event.campaign ?? []))]
  return {
    products: (filter) =>
      products.flatMap((product, i) => (productMatches(product, filter, currency) ? [i + 1] : [])),
    categories: (names) => idsIn(folded(products.map((product) => product.category)), names),
    eventTypes: (names) => idsIn(folded(events.map((event) => event.type)), names),
    campaigns: (names) => idsIn(campaigns.map(foldText), names),
    spellings: (field, names) =>
      [...new Set([...orders, ...events].flatMap((row) => row[field] ?? []))].filter((text) =>
        names.some((name) => foldText(name) === foldText(text)),
      ),
    titles: (meanings) =>
      folded(people.map((person) => person.text.title)).filter((title) =>
        meanings.some((asked) => titleMeans(title, asked)),
      ),
    known: () => ({ known: true, nearest: [] }),
  }
}

const productMatches = (
  product: ProductRecord,
  filter: ProductFilter,
  currency: Company['currency'],
): boolean => {
  const isOne = (text: string | null, names: readonly string[] | undefined) =>
    names === undefined || names.map(foldText).includes(text === null ? '\0' : foldText(text))
  const inTitle = (part: string) => foldText(product.title).includes(foldText(part))
  if (filter.product !== undefined && !filter.product.some(inTitle)) return false
  if (filter.tag !== undefined && !product.tags.some((tag) => isOne(tag, filter.tag))) return false
  if (filter.price !== undefined) {
    if (product.price === null || !compare(product.price, inMinor(filter.price, currency))) return false
  }
  return (
    isOne(product.category, filter.category) &&
    isOne(product.brand, filter.brand) &&
    isOne(product.sku, filter.sku)
  )
}

/** Scores and ranks as DESIGN words them, by comparing everybody with everybody. */
export function populationOf(company: Company): Population {
  const { customers, now } = company
  const ctx = contextOf(company)
  const seen = (customer: CustomerRecord) => counted(customer).filter((order) => order.at <= now)
  const buyers = customers.filter((customer) => seen(customer).length > 0)
  const measures = {
    recency: (customer: CustomerRecord) => Math.max(...seen(customer).map((order) => order.at)),
    frequency: (customer: CustomerRecord) => seen(customer).length,
    monetary: (customer: CustomerRecord) => seen(customer).reduce((sum, order) => sum + order.total, 0),
  }
  const score = (value: (customer: CustomerRecord) => number, customer: CustomerRecord) => {
    const atLeastAsGood = buyers.filter((buyer) => value(buyer) >= value(customer)).length
    return Math.ceil((5 * atLeastAsGood) / buyers.length)
  }
  const population: Population = {
    rfm: (customer) =>
      seen(customer).length === 0
        ? null
        : {
            recency: score(measures.recency, customer),
            frequency: score(measures.frequency, customer),
            monetary: score(measures.monetary, customer),
          },
    rankHolds: (condition, { id }) =>
      (condition.type === 'rank'
        ? rankedIn(company, condition, ctx, (among, one) => holds(among, one, population, ctx))
        : scoreRankedIn(company, condition, (among, one) => holds(among, one, population, ctx))
      ).has(id),
  }
  return population
}

/** All that criteria over an entity can hold for, in the order of their ids. */
export function recordsOf(company: Company, entity: Entity): readonly RecordOf[Entity][] {
  const { customers, companies = [], people = [] } = company
  return { customer: customers, company: companies, person: people }[entity]
}

/** Runs plans one statement after the other, each cut in two, without workers, bitsets or caches. */
export function membersOf(
  criteria: Criteria,
  { company, ctx, driver }: { company: Company; ctx: PlanContext; driver: BetterSqlite3.Database },
): ReadonlySet<number> {
  const everyone: Ids = new Set(recordsOf(company, entityOf(criteria)).map(({ id }) => id))
  const population = populationOf(company)

  const run = (plan: SetPlan): ReadonlySet<number> => {
    switch (plan.kind) {
      case 'query':
        return new Set(pieces(plan.query).flatMap(([low, high]) => rows(plan.query, low, high)))
      case 'facts': {
        const passed = run({ kind: 'query', query: passOver(plan.test) })
        const alone = plan.alone === undefined ? passed : run({ kind: 'query', query: plan.alone })
        if (without(passed, alone).size + without(alone, passed).size > 0)
          throw new Error('Alone, the test has other members')
        return passed
      }
      case 'totals': {
        const { rows: columns, from, to } = plan.totals
        const sums = new Map<number, number>()
        for (const [low, high] of pieces(columns[0])) {
          const [ids = [], amounts] = columns.map((column) => rows(column, low, high))
          ids.forEach((id, i) => sums.set(id, (sums.get(id) ?? 0) + (amounts?.[i] ?? 1)))
        }
        return new Set([...sums].flatMap(([id, sum]) => (sum >= from && sum <= to ? [id] : [])))
      }
      case 'not':
        return without(everyone, run(plan.of))
      case 'all':
        return plan.of.map(run).reduce(both)
      case 'any':
        return plan.of.map(run).reduce(either)
      case 'criteria':
        return read(plan.criteria)
      case 'employer': {
        const companies = membersOf(plan.criteria, { company, ctx, driver })
        return idsWhere(company.people ?? [], (person) => companies.has(person.company?.id ?? 0))
      }
      case 'staff': {
        const people = membersOf(plan.criteria, { company, ctx, driver })
        return idsWhere(company.companies ?? [], (one) => {
          const staff = one.people.filter(({ id }) => people.has(id)).length
          return staff >= plan.from && staff <= plan.to
        })
      }
      case 'ranked': {
        const among = plan.among === undefined ? everyone : membersOf(plan.among, { company, ctx, driver })
        const columns = plan.order.map((query) => rows(query, Number.NaN, Number.NaN))
        const [ids = [], groups = ids.map(() => 0)] = columns
        const ranked = ids.flatMap((id, i) => (among.has(id) ? [{ id, group: groups[i] }] : []))
        return new Set(
          [...Map.groupBy(ranked, ({ group }) => group).values()].flatMap((list) => {
            const size =
              'customers' in plan.size
                ? plan.size.customers
                : Math.ceil((plan.size.hundredths * list.length) / 10_000)
            return list.slice(0, size).map(({ id }) => id)
          }),
        )
      }
      case 'rfm':
        return new Set(
          company.customers.flatMap((customer) => {
            const scores = population.rfm(customer)
            const index = RFM_PATTERNS.findIndex(
              (pattern) =>
                pattern.recency === scores?.recency &&
                pattern.frequency === scores.frequency &&
                pattern.monetary === scores.monetary,
            )
            return plan.patterns[index] === true ? [customer.id] : []
          }),
        )
      case 'everyone':
        return everyone
      case 'nobody':
        return new Set()
    }
  }

  const rows = (query: SetQuery, low: number, high: number): number[] => {
    const parameters = query.parameters.map((parameter) =>
      parameter !== null && typeof parameter === 'object' ? { low, high }[parameter.range] : parameter,
    )
    const ids = driver
      .prepare<unknown[], number>(query.sql)
      .pluck()
      .all(...parameters)
    if (query.cut.by !== 'time' && query.cut.by !== 'none' && ids.some((id) => id < low || id > high)) {
      throw new Error(`${query.sql} answered an id outside its piece`)
    }
    return ids
  }

  const read = (node: Criteria): ReadonlySet<number> => {
    if (isCondition(node)) return run(definitionOf(node).plan(node, ctx))
    const { group, branches } = groupOf(node)
    const sets = branches.map(read)
    if (group === 'all') return sets.reduce(both)
    const union = sets.reduce(either)
    return group === 'any' ? union : without(everyone, union)
  }

  return read(criteria)
}

type Ids = ReadonlySet<number>
const idsWhere = <T extends { readonly id: number }>(all: readonly T[], holds: (one: T) => boolean): Ids =>
  new Set(all.filter(holds).map(({ id }) => id))
const both = (a: Ids, b: Ids): Ids => new Set([...a].filter((id) => b.has(id)))
const either = (a: Ids, b: Ids): Ids => new Set([...a, ...b])
const without = (a: Ids, b: Ids): Ids => new Set([...a].filter((id) => !b.has(id)))

function pieces({ cut }: SetQuery): [number, number][] {
  switch (cut.by) {
    case 'none':
      return [[Number.NaN, Number.NaN]]
    case 'customer':
    case 'company':
    case 'person':
      return [
        [0, 3],
        [4, Number.MAX_SAFE_INTEGER],
      ]
    case 'time': {
      const middle = Math.floor((cut.from + cut.to) / 2)
      return [
        [cut.from, middle],
        [middle + 1, cut.to],
      ]
    }
  }
}
