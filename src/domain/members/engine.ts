import { availableParallelism } from 'node:os'
import type { Reader } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { progressUnder } from '#kernel/progress.ts'
import type { PlanContext } from '../conditions/define.ts'
import { definitionOf } from '../conditions/index.ts'
import type { Criteria } from '../criteria/schema.ts'
import { joinOutlooks, type Outlook, outlookSteps } from '../profiles/scoring/outlook.ts'
import { type Qualifying, qualifyingQuestion, type ScoredEntity } from '../profiles/scoring/qualifying.ts'
import { RFM_PATTERNS } from '../rfm/patterns.ts'
import { tableOf } from '../rfm/scores.ts'
import type { Bought, BoughtByAll } from '../purchases/bought.ts'
import type { ColumnsReading } from '../purchases/kept.ts'
import { type Bitset, count } from './bitset.ts'
import { compileSets, type PlanCondition } from './compile.ts'
import { evaluate, isComplement, keysOf, settle } from './expression.ts'
import { withinLimits } from './limits.ts'
import type { BoughtStep, CountOptions, MemberSet, Members, ValuesQuery } from './members.ts'
import { type PlannedOn, planOn } from './planned-on.ts'
import { createReaderPool, type Lane } from './reader-pool.ts'
import { startReaderThread } from './reader-thread.ts'
import type { StepResult, TallyRow, ValueColumns } from './reader-messages.ts'
import { type Reading, readAll } from './reading.ts'
import { createShelves, type Shelf, sourceIn } from './shelf.ts'
import { joinTallies, tallySteps } from './tally.ts'
import { joinValues, valuesIn, valueSteps } from './values.ts'

export interface MembersSettings {
  readonly databasePath: string
  /** The calling thread's own connection, to the same database: what plans are made with. */
  readonly reader: Reader
  /** What criteria mean at this instant. Called inside a snapshot of `reader`. */
  context(now: Instant): PlanContext
  /** How a condition is read; by its definition, unless a test knows better. */
  readonly planCondition?: PlanCondition
  /** Threads that read; as many as there are cores by default. */
  readonly threads?: number
  /** Milliseconds that a request may take when it names no limit itself; 30 s by default. */
  readonly timeLimit?: number
  /** Bytes of sets that are kept; 256 MB by default. */
  readonly cacheBytes?: number
}

/** Spread over all threads, a reading may lose the race against the writer so often; then it goes together. */
const SPREAD_ATTEMPTS = 3
const ATTEMPTS = 30
/** What is bought by one of them takes some hundredths of a second at a million members. */
const SETS_IN_A_TASK = 8

const byDefinition: PlanCondition = (condition, ctx) => {
  const definition = definitionOf(condition)
  return { plan: definition.plan(condition, ctx), sources: definition.sources(condition) }
}

/** Says what it needs, and how the answer comes of it. */
type Question<T> = (shelf: Shelf, on: PlannedOn) => () => T

/** Reads in threads of its own; the calling thread only plans, and combines sets. */
export function createMembers(settings: MembersSettings): Members {
  const { databasePath, reader, planCondition = byDefinition, timeLimit = 30_000 } = settings
  const threads = settings.threads ?? availableParallelism()
  const pool = createReaderPool(() => startReaderThread({ databasePath }), threads)
  const cacheBytes = settings.cacheBytes ?? 256 * 2 ** 20
  const shelfFor = createShelves(cacheBytes)

  /** What was read at one state of the data; undefined when the data moved meanwhile. */
  type Attempt<T> = (
    shelf: Shelf,
    on: PlannedOn,
    read: (readings: readonly Reading[], onProgress?: (done: number) => void) => Promise<boolean>,
    lane: Lane,
  ) => Promise<T | undefined>

  /** Plans and reads; from the start again when the data moved meanwhile. */
  function atOneState<T>(attempt: Attempt<T>, options: CountOptions): Promise<T> {
    const lane = pool.lane()
    return withinLimits(lane, { ...options, limit: options.limit ?? timeLimit }, async () => {
      for (let tries = 0; tries < ATTEMPTS; tries++) {
        const on = planOn(reader, () => settings.context(options.asOf))
        const together = tries >= SPREAD_ATTEMPTS
        const answer = await attempt(
          shelfFor(on, lane),
          on,
          (readings, onProgress = options.onProgress ?? progressUnder(options.signal, 'Counting')) =>
            readAll(readings, lane, { at: on.versions, together, ...(onProgress && { onProgress }) }),
          lane,
        )
        if (answer !== undefined) return answer
      }
      throw new ConflictError('The data changed again and again while it was read', {
        next: 'Count again when the running import has ended.',
      })
    })
  }

  /** Plans, reads what is not at hand, combines. */
  const answer = <T>(question: Question<T>, options: CountOptions): Promise<T> =>
    atOneState(async (shelf, on, read) => {
      const combine = question(shelf, on)
      return (await read(shelf.missing)) ? combine() : undefined
    }, options)

  /** How the members of each are taken once their sets are read. */
  const takersOf =
    (criteria: readonly Criteria[]) =>
    (shelf: Shelf, { ctx }: PlannedOn): readonly (() => Bitset)[] => {
      const compiled = criteria.map((tree) => compileSets(tree, ctx, planCondition))
      const sets = new Map(compiled.flatMap((each) => [...each.sets]))
      // What one of several criteria takes in any case, no other need read in another way.
      const certain = new Set(compiled.flatMap(({ expression }) => keysOf(expression)))
      const isAtHand = (key: string) => certain.has(key) || shelf.has(key, sourceIn(sets, key))
      const settled = compiled.map(({ entity, expression }) => ({
        entity,
        expression: settle(expression, isAtHand),
      }))
      for (const { entity, expression } of settled) {
        for (const key of keysOf(expression)) shelf.ask(key, sourceIn(sets, key))
        if (isComplement(expression)) shelf.askEveryone(entity)
      }
      return settled.map(
        ({ entity, expression }) =>
          () =>
            evaluate(expression, { set: shelf.set, everyone: () => shelf.everyone(entity) }),
      )
    }

  const setsOf =
    (criteria: readonly Criteria[]): Question<readonly MemberSet[]> =>
    (shelf, on) => {
      const takers = takersOf(criteria)(shelf, on)
      return () => takers.map((take) => ({ bits: take(), versions: on.versions }))
    }

  /** The pieces of a number of customers, put together. */
  const valuesOf = <T>(
    query: (ctx: PlanContext) => ValuesQuery,
    options: CountOptions,
    together: (pieces: readonly ValueColumns[], lane: Lane) => T | undefined | Promise<T | undefined>,
  ): Promise<T> =>
    atOneState(async (_shelf, on, read, lane) => {
      const asked = query(on.ctx)
      const pieces: ValueColumns[] = []
      const reading: Reading = {
        sources: asked.sources,
        steps: valueSteps(asked.query, on.highestIds),
        finish: (results) => void pieces.push(...valuesIn(results)),
      }
      return (await read([reading])) ? together(pieces, lane) : undefined
    }, options)

  /** Sets of members in a few tasks, so that all threads have some and none is long. */
  const boughtBy = async (
    sets: readonly Bitset[],
    all: BoughtByAll,
    lane: Lane,
  ): Promise<readonly Bought[]> => {
    const size = Math.min(SETS_IN_A_TASK, Math.ceil(sets.length / threads))
    const answers = await Promise.all(
      Array.from({ length: Math.ceil(sets.length / size) }, (_, nth) =>
        lane.run({ kind: 'bought', sets: sets.slice(nth * size, (nth + 1) * size), all }),
      ),
    )
    return answers.flatMap((answer) => (answer.kind === 'bought' ? answer.bought : []))
  }

  const qualified = async (
    qualifying: Qualifying,
    ...[shelf, on, read, lane]: Parameters<Attempt<unknown>>
  ): Promise<readonly ScoredEntity[] | undefined> => {
    const question = qualifyingQuestion(qualifying)
    const takers = takersOf(question.criteria)(shelf, on)
    const against = shelf.askQualified(qualifying.entity)
    if (!(await read(shelf.missing))) return undefined
    return question.answer((place) => taken(takers[place])(), against, lane)
  }

  return {
    of: async (criteria, options) => only(await answer(setsOf([criteria]), options)),
    ofEach: (criteria, options) => answer(setsOf(criteria), options),
    tally: (criteria, queries, options) =>
      atOneState(async (shelf, on, read) => {
        const combine = setsOf([criteria])(shelf, on)
        if (!(await read(shelf.missing))) return undefined
        const set = only(combine())
        const tallies: (readonly TallyRow[])[] = []
        const readings = queries(on.ctx).map(
          ({ query, sources }, at): Reading => ({
            sources,
            steps: tallySteps(query, set.bits, on.highestIds),
            finish: (results) => void (tallies[at] = joinTallies(results)),
          }),
        )
        return (await read(readings)) ? { set, tallies } : undefined
      }, options),
    boughtByEach: (criteria, { onStep, ...options }) =>
      atOneState(async (shelf, on, read, lane) => {
        const progress = (step: BoughtStep) => {
          onStep?.(step, 0)
          return (done: number) => onStep?.(step, done)
        }
        shelf.askScores()
        const combine = setsOf(criteria)(shelf, on)
        if (!(await read(shelf.missing, progress('members')))) return undefined
        const sets = combine()
        const orders = await columnsOf(shelf.purchases.orders(on), (reading) =>
          read([reading], progress('orders')),
        )
        if (orders === undefined) return undefined
        const lines = await columnsOf(shelf.purchases.lines(on), (reading) =>
          read([reading], progress('lines')),
        )
        if (lines === undefined) return undefined
        const all = { orders, lines, scores: shelf.scores() }
        const bought = await boughtBy(
          sets.map(({ bits }) => bits),
          all,
          lane,
        )
        return sets.map((set, nth) => ({ set, bought: taken(bought[nth]) }))
      }, options),
    qualify: (qualifying, options) =>
      atOneState(async (...at) => {
        const scored = await qualified(qualifying, ...at)
        return scored && { scored, versions: at[1].versions }
      }, options),
    outlooks: (qualifying, options) =>
      atOneState(async (...at) => {
        const scored = await qualified(qualifying, ...at)
        if (scored === undefined) return undefined
        const outlooks: Outlook[] = []
        const readings = scored.map(
          ({ entity, columns }, nth): Reading => ({
            sources: ['scores'],
            steps: outlookSteps(entity, columns),
            finish: (results) => void (outlooks[nth] = outlookIn(results)),
          }),
        )
        if (!(await at[2](readings))) return undefined
        return scored.map(({ entity, everyone }, nth) => ({ ...taken(outlooks[nth]), entity, everyone }))
      }, options),
    values: (query, options) => valuesOf(query, options, (pieces) => joinValues(pieces)),
    sortedValues: (query, options) =>
      valuesOf(query, options, async (pieces, lane) => {
        const answer = await lane.run({ kind: 'sort', pieces: pieces.map(({ values }) => values) })
        return answer.kind === 'sorted' ? answer.values : undefined
      }),
    ordered: (criteria, by, options) =>
      answer((shelf, on) => {
        const combine = setsOf([criteria])(shelf, on)
        const order = shelf.askOrder(by)
        return () => ({ set: only(combine()), order: order() })
      }, options),
    everyone: (options, entity = 'customer') =>
      answer((shelf, { versions }) => {
        shelf.askEveryone(entity)
        return () => ({ bits: shelf.everyone(entity).slice(), versions })
      }, options),
    rfmScores: (id, options) =>
      answer((shelf) => {
        shelf.askScores()
        return () => RFM_PATTERNS[(shelf.scores()[id] ?? 0) - 1] ?? null
      }, options),
    rfmTable: (options) =>
      answer((shelf) => {
        shelf.askScores()
        shelf.askEveryone('customer')
        return () => {
          const patterns = tableOf(shelf.scores())
          const buyers = patterns.reduce((sum, customers) => sum + customers, 0)
          return { patterns, noOrders: count(shelf.everyone('customer')) - buyers }
        }
      }, options),
    close: () => pool.close(),
  }
}

const only = ([set]: readonly MemberSet[]): MemberSet => taken(set)

function taken<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Each set of members has its answer')
  return value
}

const outlookIn = (results: readonly StepResult[]): Outlook =>
  joinOutlooks(results.flatMap((result) => (result.kind === 'outlook' ? [result.outlook] : [])))

/** All pieces of columns, once those are read that are not at hand; undefined when the data moved meanwhile. */
async function columnsOf<P>(
  { sources, steps, take }: ColumnsReading<P>,
  read: (reading: Reading) => Promise<boolean>,
): Promise<readonly P[] | undefined> {
  let pieces: readonly P[] | undefined
  return (await read({ sources, steps, finish: (results) => void (pieces = take(results)) }))
    ? pieces
    : undefined
}
