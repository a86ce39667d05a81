import type { Instant } from '#kernel/clock.ts'
import type { Currency } from '#kernel/money.ts'
import { fromMinor } from '#kernel/money.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { andNot, type Bitset } from '../../members/bitset.ts'
import type { Members } from '../../members/members.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import type { Candidate } from './candidates/define.ts'
import { candidateSources } from './candidates/index.ts'
import type { Attribute } from './held.ts'
import type { OutcomeDefinition } from './outcomes/define.ts'

/** A candidate with the criteria that are read of it, and for bands the bounds. */
export interface Asked {
  readonly candidate: Candidate
  readonly cuts: readonly number[]
  readonly read: readonly Criteria[]
}

/** So many bounds make five times as many bands. */
const CUTS = 9

/** What profiles of an entity could ask for. `dated`: whether what happened before an outcome can be told from the rest. */
export async function whatToAsk(
  { entity, signals }: Pick<OutcomeDefinition, 'signals'> & { readonly entity: Entity },
  dated: boolean,
  deps: {
    readonly vocabulary: Vocabulary
    readonly members: Members
    readonly currency: Currency
    readonly now: Instant
    readonly signal?: AbortSignal | undefined
  },
): Promise<readonly Asked[]> {
  const itself = new Set(signals.map((type) => `signal.${type}`))
  const candidates = candidateSources
    .filter((source) => source.entity === entity && (dated || !source.dated))
    .flatMap((source) => source.candidates(deps.vocabulary))
    .filter(({ about }) => !itself.has(about))
  const asked: Asked[] = []
  for (const candidate of candidates) {
    if (candidate.kind === 'value') {
      asked.push({ candidate, cuts: [], read: [candidate.criteria, ...knownIn(candidate)] })
      continue
    }
    const { members, now, signal, currency } = deps
    const sorted = await members.sortedValues(candidate.values, { asOf: now, ...(signal && { signal }) })
    const scale = candidate.minor ? (value: number) => fromMinor(value, currency) : (value: number) => value
    const cuts = boundsOf(sorted, scale)
    if (cuts.length === 0) continue
    asked.push({ candidate, cuts, read: [...cuts.map(candidate.atLeast), ...knownIn(candidate)] })
  }
  return asked
}

const knownIn = ({ known }: Candidate): readonly Criteria[] => (known === null ? [] : [known])

/** The attributes of what was read, in the order of `read`. */
export function attributesOf(
  { candidate, cuts }: Asked,
  sets: readonly Bitset[],
  everyone: Bitset,
): readonly Attribute[] {
  const { about } = candidate
  const known = candidate.known === null ? null : (sets.at(-1) ?? null)
  if (candidate.kind === 'value') {
    const [members] = sets
    return members === undefined
      ? []
      : [{ about, kind: 'value', criteria: candidate.criteria, members, known }]
  }
  const from = (at: number): Bitset => (at < 0 ? (known ?? everyone) : (sets[at] ?? everyone))
  const bounds = [-1, ...cuts.keys()]
  return bounds.flatMap((low) =>
    [...bounds.filter((high) => high > low), cuts.length]
      .filter((high) => low >= 0 || high < cuts.length)
      .map(
        (high): Attribute => ({
          about,
          kind: 'band',
          criteria: candidate.band(cuts[low] ?? null, cuts[high] ?? null),
          members: high === cuts.length ? from(low) : andNot(from(low), from(high)),
          known,
        }),
      ),
  )
}

/** Bounds between equal parts of all there are, as numbers that people would choose. */
function boundsOf(sorted: Float64Array, scale: (value: number) => number): readonly number[] {
  const quantiles = Array.from({ length: CUTS }, (_, nth) =>
    plain(scale(sorted[Math.floor(((nth + 1) * sorted.length) / (CUTS + 1))] ?? Number.NaN)),
  )
  const least = scale(sorted[0] ?? Number.NaN)
  return [...new Set(quantiles)]
    .filter((cut) => Number.isFinite(cut) && cut > least)
    .toSorted((a, b) => a - b)
}

/** Two digits: 47, 130, 1,200,000. */
function plain(value: number): number {
  return Number(value.toPrecision(2))
}
