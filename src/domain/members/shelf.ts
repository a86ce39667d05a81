import type { Source } from '#db/schema.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { OrderColumns } from '../purchases/columns.ts'
import { createPurchases, type Purchases } from '../purchases/kept.ts'
import { PURCHASE_SOURCES, purchasesKey } from '../purchases/queries.ts'
import type { IcpEntity, QualifyingAgainst } from '../profiles/scoring/qualifying.ts'
import type { Scores } from '../rfm/scores.ts'
import type { Bitset } from './bitset.ts'
import type { Entity } from '../entities/entity.ts'
import type { LinkedSource, RankedSource, SetSource } from './compile.ts'
import { EVERYONE } from './everyone.ts'
import { evaluate, isComplement, keysOf } from './expression.ts'
import { companiesOf, EMPLOYERS, type Employers, employersIn, peopleAt } from './linked.ts'
import type { ListOrder } from './members.ts'
import type { Order } from './order.ts'
import { joinParts } from './parts.ts'
import type { SetQuery } from './plan.ts'
import { firstRanked, isIn } from './ranked.ts'
import { createPatches, type PatchedReading } from './patches.ts'
import { createRecents, type RecentReading } from './recent.ts'
import type { PlannedOn } from './planned-on.ts'
import type { Columns, Step, StepResult } from './reader-messages.ts'
import type { Lane } from './reader-pool.ts'
import { columnsIn, type Reading } from './reading.ts'
import { createScored } from './scored.ts'
import { createSetCache, type SetCache } from './set-cache.ts'
import { createSums } from './sums.ts'
import { columnSteps, idSteps, statementIn } from './steps.ts'
import { versionKey } from './versions.ts'

/** The sets of one request, at one state of the data: asked for first, then read, then taken. */
export interface Shelf {
  /** Is it here, without reading? */
  has(key: string, source: SetSource): boolean
  ask(key: string, source: SetSource): void
  askEveryone(entity: Entity): void
  askScores(): void
  /** Everybody whom ICPs over an entity score, and where people work. */
  askQualified(entity: IcpEntity): QualifyingAgainst
  /** Answers how it is taken once it is read. */
  askOrder(by: ListOrder): () => Order
  /** What was asked for and is not at hand. */
  readonly missing: readonly Reading[]
  set(key: string): Bitset
  everyone(entity: Entity): Bitset
  scores(): Scores
  /** What everybody bought is kept here too, and read by itself: it is much. */
  readonly purchases: Purchases
}

interface KeptOrder {
  /** The purchases that it is made of, and their versions. */
  readonly of: string
  readonly order: Order
  readonly byteLength: number
}

/** Keeps sets and scores beyond a request, each under the versions of the tables that it was read from. */
export function createShelves(cacheBytes: number): (on: PlannedOn, lane: Lane) => Shelf {
  const setCache = createSetCache<Bitset>(cacheBytes)
  const scoreCache = createSetCache<Scores>(cacheBytes / 8)
  const recents = createRecents(cacheBytes / 4)
  const patches = createPatches(cacheBytes / 8)
  const employerCache = createSetCache<Employers>(cacheBytes / 8)
  const purchases = createPurchases(cacheBytes)
  const listCache = createSetCache<Order>(cacheBytes / 4)
  const orderCache = createSetCache<KeptOrder>(cacheBytes / 4)

  return (on, lane) => {
    const { ctx, versions, highestIds } = on
    const missing: Reading[] = []
    const askSums = createSums(missing, lane, on)
    const askScored = createScored(setCache)
    const sets = new Map<string, () => Bitset>()
    let scores: (() => Scores) | undefined

    const versioned = (key: string, source: SetSource): string =>
      source.kind === 'rfm' ? `${key} of ${ofPurchases}` : `${key} at ${versionKey(versions, source.sources)}`

    /** From the cache, else by a reading that fills it. Held here as well, since a cache may forget. */
    function hold<T extends { readonly byteLength: number }>(
      cache: SetCache<T>,
      key: string,
      reading: {
        readonly sources: readonly Source[]
        steps(): readonly Step[]
        make(results: readonly StepResult[]): T | Promise<T>
      },
    ): () => T {
      let value = cache.get(key)
      if (value === undefined) {
        missing.push({
          sources: reading.sources,
          steps: reading.steps(),
          async finish(results) {
            value = await reading.make(results)
            cache.set(key, value)
          },
        })
      }
      return () => taken(value, key)
    }

    /** What is made of everybody's orders once they are there: however much it is, they are read once. */
    const uses: ((orders: readonly OrderColumns[]) => Promise<void>)[] = []
    const useOrders = (use: (typeof uses)[number]) => {
      if (uses.push(use) > 1) return
      const orders = purchases.orders(on)
      // They come first: while others are read, something is made of them.
      missing.unshift({
        sources: orders.sources,
        steps: orders.steps,
        ahead: true,
        async finish(results) {
          const pieces = orders.take(results)
          await Promise.all(uses.map((each) => each(pieces)))
        },
      })
    }
    const ofPurchases = `${purchasesKey(ctx)} at ${versionKey(versions, PURCHASE_SOURCES)}`

    const holdScores = (): (() => Scores) => {
      let value = scoreCache.get(ofPurchases)
      if (value === undefined) {
        useOrders(async (orders) => {
          const answer = await lane.run({ kind: 'score', orders })
          if (answer.kind !== 'scored') throw new Error(`Scoring was answered with ${answer.kind}`)
          value = answer.scores
          scoreCache.set(ofPurchases, value)
        })
      }
      return () => taken(value, 'scores')
    }
    const askScores = () => (scores ??= holdScores())

    /** Of the same order at another state of the data, only those are moved whose number is another one now. */
    const askOrder = (by: ListOrder): (() => Order) => {
      if ('query' in by) {
        const { query, sources } = by.query(ctx)
        return hold(listCache, `${canonicalJson(query)} at ${versionKey(versions, sources)}`, {
          sources,
          steps: () => [
            { kind: 'listed', statement: statementIn(query, { low: 0, high: highestIds.customer }) },
          ],
          make: ([result]) => taken(result?.kind === 'listed' ? result.order : undefined, 'an order'),
        })
      }
      const key = `by ${by.column}`
      const kept = orderCache.get(key)
      let value = kept?.of === ofPurchases ? kept.order : undefined
      if (value === undefined) {
        useOrders(async (orders) => {
          const answer = await lane.run({ kind: 'order', by: by.column, orders, before: kept?.order })
          if (answer.kind !== 'ordered') throw new Error(`Ordering was answered with ${answer.kind}`)
          value = answer.order
          orderCache.set(key, { of: ofPurchases, order: value, byteLength: value.byteLength })
        })
      }
      return () => taken(value, key)
    }

    let employers: (() => Employers) | undefined
    const askEmployers = () =>
      (employers ??= hold(employerCache, `employers at ${versionKey(versions, ['people'])}`, {
        sources: ['people'],
        steps: () => columnSteps(EMPLOYERS, highestIds),
        make: (results) => employersIn(columnsIn(results), highestIds.person),
      }))

    const sizeFor = ({ cut }: SetQuery): number =>
      cut.by === 'time' || cut.by === 'none' ? 0 : (highestIds[cut.by] >>> 5) + 1

    const holdSet = (name: string, source: SetSource): (() => Bitset) => {
      const key = versioned(name, source)
      switch (source.kind) {
        case 'query': {
          const { query, sources } = source
          let shorter: RecentReading | PatchedReading | undefined
          return hold(setCache, key, {
            sources,
            steps() {
              shorter = source.recent ? recents.reading(source.recent, on) : patches.reading(name, source, on)
              return shorter?.steps ?? idSteps(query, highestIds)
            },
            make(results) {
              const members = shorter?.take(results) ?? joinParts(partsIn(results), sizeFor(query))
              patches.keep(name, source, members, on)
              return members
            },
          })
        }
        case 'totals': {
          let value = setCache.get(key)
          if (value === undefined) {
            askSums(source.totals, source.sources, (members) => setCache.set(key, (value = members)))
          }
          return () => taken(value, key)
        }
        case 'rfm':
          return askScored(key, source.patterns, askScores())
        case 'linked':
          return holdLinked(key, source)
        case 'ranked':
          return holdRanked(key, source)
      }
    }

    /** From the members at the other end, which are asked for only where this set is not at hand. */
    function holdLinked(key: string, { of, to }: LinkedSource): () => Bitset {
      const kept = setCache.get(key)
      if (kept !== undefined) return () => kept
      for (const inner of keysOf(of.expression)) ask(inner, sourceIn(of.sets, inner))
      const whole = isComplement(of.expression)
      if (whole) askEveryone(of.entity)
      const from = askEmployers()
      return () => {
        const inner = evaluate(of.expression, { set, everyone: () => everyone(of.entity) })
        const members =
          to.kind === 'employer'
            ? peopleAt(inner, from())
            : companiesOf(inner, from(), { ...to, highestCompany: highestIds.company })
        setCache.set(key, members)
        return members
      }
    }

    /** The order is read whole; who of it counts is asked for likewise. */
    function holdRanked(key: string, { order, size, of, sources }: RankedSource): () => Bitset {
      const kept = setCache.get(key)
      if (kept !== undefined) return () => kept
      if (of !== undefined) {
        for (const inner of keysOf(of.expression)) ask(inner, sourceIn(of.sets, inner))
        if (isComplement(of.expression)) askEveryone(of.entity)
      }
      let columns: Columns | undefined
      missing.push({
        sources,
        steps: columnSteps(order, highestIds),
        finish(results) {
          columns = columnsIn(results)[0]
        },
      })
      return () => {
        const among = of && isIn(evaluate(of.expression, { set, everyone: () => everyone(of.entity) }))
        const members = firstRanked(taken(columns, key), size, among)
        setCache.set(key, members)
        return members
      }
    }

    const ask = (key: string, source: SetSource) => {
      if (!sets.has(key)) sets.set(key, holdSet(key, source))
    }
    const set = (key: string) => taken(sets.get(key), key)()
    const askEveryone = (entity: Entity) => ask(`every ${entity}`, EVERYONE[entity])
    const everyone = (entity: Entity) => set(`every ${entity}`)

    return {
      missing,
      has: (key, source) => setCache.get(versioned(key, source)) !== undefined,
      ask,
      askEveryone,
      askScores: () => void askScores(),
      askQualified(entity) {
        askEveryone(entity)
        if (entity === 'company') askEveryone('person')
        return { everyone, employers: entity === 'company' ? askEmployers() : null, highestIds }
      },
      askOrder,
      set,
      everyone,
      scores: () => taken(scores, 'scores')(),
      purchases,
    }
  }
}

const partsIn = (results: readonly StepResult[]) =>
  results.flatMap((result) => (result.kind === 'ids' ? [result.part] : []))

export function sourceIn(sets: ReadonlyMap<string, SetSource>, key: string): SetSource {
  const source = sets.get(key)
  if (source === undefined) throw new Error(`Nobody knows how to read ${key}`)
  return source
}

function taken<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Taken before it was read: ${what}`)
  return value
}
