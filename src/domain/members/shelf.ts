import type { Source } from '#db/schema.ts'
import { BUYER_SOURCES, buyersQuery, buyersKey } from '../rfm/scores-query.ts'
import { membersWith, type Scores } from '../rfm/scores.ts'
import type { Bitset } from './bitset.ts'
import type { SetSource } from './compile.ts'
import { joinParts } from './parts.ts'
import type { SetQuery } from './plan.ts'
import type { PlannedOn } from './planned-on.ts'
import type { StepResult } from './reader-messages.ts'
import type { Lane } from './reader-pool.ts'
import type { Reading } from './reading.ts'
import { createSetCache, type SetCache } from './set-cache.ts'
import { stepsOf } from './steps.ts'
import { versionKey } from './versions.ts'

/** The sets of one request, at one state of the data: asked for first, then read, then taken. */
export interface Shelf {
  ask(key: string, source: SetSource): void
  askEveryone(): void
  askScores(): void
  /** What was asked for and is not at hand. */
  readonly missing: readonly Reading[]
  set(key: string): Bitset
  everyone(): Bitset
  scores(): Scores
}

const EVERYONE = 'everyone'
const everyone: SetSource = {
  kind: 'query',
  sources: ['customers'],
  query: {
    sql: 'SELECT id FROM facts WHERE id BETWEEN ? AND ?',
    parameters: [{ range: 'low' }, { range: 'high' }],
    cut: { by: 'customer' },
  },
}

/** Keeps sets and scores beyond a request, each under the versions of the tables that it was read from. */
export function createShelves(cacheBytes: number): (on: PlannedOn, lane: Lane) => Shelf {
  const setCache = createSetCache<Bitset>(cacheBytes)
  const scoreCache = createSetCache<Scores>(cacheBytes / 8)

  return ({ ctx, versions, highestId }, lane) => {
    const missing: Reading[] = []
    const sets = new Map<string, () => Bitset>()
    let scores: (() => Scores) | undefined

    /** From the cache, else by a reading that fills it. Held here as well, since a cache may forget. */
    function hold<T extends { readonly byteLength: number }>(
      cache: SetCache<T>,
      key: string,
      reading: {
        readonly sources: readonly Source[]
        readonly query: SetQuery
        readonly as: 'ids' | 'columns'
        make(results: readonly StepResult[]): T | Promise<T>
      },
    ): () => T {
      const { sources, query, as, make } = reading
      const versioned = `${key} at ${versionKey(versions, sources)}`
      let value = cache.get(versioned)
      if (value === undefined) {
        missing.push({
          sources,
          steps: stepsOf(query, as, highestId),
          async finish(results) {
            value = await make(results)
            cache.set(versioned, value)
          },
        })
      }
      return () => taken(value, key)
    }

    const askScores = () =>
      (scores ??= hold(scoreCache, buyersKey(ctx), {
        sources: BUYER_SOURCES,
        query: buyersQuery(ctx),
        as: 'columns',
        async make(results) {
          const answer = await lane.run({
            kind: 'score',
            columns: results.flatMap((result) => (result.kind === 'columns' ? [result.columns] : [])),
          })
          if (answer.kind !== 'scored') throw new Error(`Scoring was answered with ${answer.kind}`)
          return answer.scores
        },
      }))

    const ask = (key: string, source: SetSource) => {
      if (sets.has(key)) return
      if (source.kind === 'rfm') {
        const versioned = `${key} of ${buyersKey(ctx)} at ${versionKey(versions, BUYER_SOURCES)}`
        const from = askScores()
        sets.set(key, () => {
          const members = setCache.get(versioned) ?? membersWith(from(), source.patterns)
          setCache.set(versioned, members)
          return members
        })
        return
      }
      sets.set(
        key,
        hold(setCache, key, {
          ...source,
          as: 'ids',
          make: (results) =>
            joinParts(
              results.flatMap((result) => (result.kind === 'ids' ? [result.part] : [])),
              (highestId >>> 5) + 1,
            ),
        }),
      )
    }

    const set = (key: string) => taken(sets.get(key), key)()
    return {
      missing,
      ask,
      askEveryone: () => ask(EVERYONE, everyone),
      askScores: () => void askScores(),
      set,
      everyone: () => set(EVERYONE),
      scores: () => taken(scores, 'scores')(),
    }
  }
}

function taken<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Taken before it was read: ${what}`)
  return value
}
