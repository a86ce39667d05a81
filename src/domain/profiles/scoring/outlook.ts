import type { Entity } from '../../entities/entity.ts'
import type { ScoreColumns } from './columns.ts'
import { besideStored, sameScore, type StoredScore } from './differences.ts'

/** What the records of an entity score, in numbers, beside what is stored of them. */
export interface Outlook {
  /** Records that an ICP fits; the others stand under “No ICP fit”. */
  readonly fitted: number
  /** By the numbers of the profiles; one that nobody has is not there. */
  readonly profiles: readonly ProfileOutlook[]
  readonly change: ScoreChange
}

export interface ProfileOutlook {
  readonly number: number
  /** Records that have it as their best ICP, or as their best persona. */
  readonly records: number
  /** They by score, in ten steps: 0–9, 10–19 … 90–100. */
  readonly histogram: readonly number[]
  /** Of an ICP: those without a persona. */
  readonly withoutPersona: number
}

/** How many records would have other scores than are stored. */
export interface ScoreChange {
  /** Another ICP, or one or none where it was the other way round. */
  readonly icp: number
  /** Of these: had none, and would have one. */
  readonly gained: number
  /** Of these: had one, and would have none. */
  readonly lost: number
  /** Another persona, likewise. */
  readonly persona: number
  /** The same profiles, and another score under one of them. */
  readonly score: number
}

/** A range of records, to be held beside the rows that are stored of them. */
export interface OutlookStep {
  readonly kind: 'outlook'
  readonly entity: Entity
  readonly columns: ScoreColumns
  readonly low: number
  readonly high: number
}

const STEPS = 10
/** Records in a step: some milliseconds of a thread. */
const RANGE = 32_768

/** All records of an entity in short steps. */
export function outlookSteps(entity: Entity, columns: ScoreColumns): readonly OutlookStep[] {
  const end = columns.icp.profile.length
  return Array.from({ length: Math.ceil(end / RANGE) }, (_, nth) => {
    const low = nth * RANGE
    const last = low + RANGE >= end
    return { kind: 'outlook', entity, columns, low, high: last ? Number.MAX_SAFE_INTEGER : low + RANGE - 1 }
  })
}

/** The outlook of a range; `stored` are its rows in the order of the ids. */
export function outlookOf(
  stored: readonly StoredScore[],
  { columns, low, high }: Omit<OutlookStep, 'kind' | 'entity'>,
): Outlook {
  let fitted = 0
  const change = { ...NO_CHANGE }
  const profiles = new Map<number, { histogram: number[]; withoutPersona: number }>()
  const of = (number: number) => {
    const known = profiles.get(number)
    if (known !== undefined) return known
    const fresh = { histogram: Array.from({ length: STEPS }, () => 0), withoutPersona: 0 }
    profiles.set(number, fresh)
    return fresh
  }
  besideStored(stored, columns, { low, high }, (before, now) => {
    if (!sameScore(before, now)) note(change, before, now)
    if (now === undefined) return
    const [, icp, icpScore, persona, personaScore] = now
    fitted++
    count(of(icp).histogram, icpScore)
    if (persona === null) of(icp).withoutPersona++
    else count(of(persona).histogram, personaScore ?? 0)
  })
  return {
    fitted,
    profiles: [...profiles].map(([number, found]) => ({
      number,
      ...found,
      records: found.histogram.reduce((sum, records) => sum + records, 0),
    })),
    change,
  }
}

/** The outlook of several ranges together, the profiles by their numbers. */
export function joinOutlooks(parts: readonly Outlook[]): Outlook {
  const profiles = new Map<number, ProfileOutlook>()
  for (const one of parts.flatMap((part) => part.profiles)) {
    const before = profiles.get(one.number)
    profiles.set(one.number, before === undefined ? one : both(before, one))
  }
  return {
    fitted: parts.reduce((sum, { fitted }) => sum + fitted, 0),
    profiles: [...profiles.values()].toSorted((a, b) => a.number - b.number),
    change: parts.reduce((sum, { change }) => added(sum, change), NO_CHANGE),
  }
}

const both = (a: ProfileOutlook, b: ProfileOutlook): ProfileOutlook => ({
  number: a.number,
  records: a.records + b.records,
  histogram: a.histogram.map((records, step) => records + (b.histogram[step] ?? 0)),
  withoutPersona: a.withoutPersona + b.withoutPersona,
})

const NO_CHANGE: ScoreChange = { icp: 0, gained: 0, lost: 0, persona: 0, score: 0 }

const added = (a: ScoreChange, b: ScoreChange): ScoreChange => ({
  icp: a.icp + b.icp,
  gained: a.gained + b.gained,
  lost: a.lost + b.lost,
  persona: a.persona + b.persona,
  score: a.score + b.score,
})

function note(
  change: { -readonly [K in keyof ScoreChange]: number },
  before: StoredScore | undefined,
  now: StoredScore | undefined,
): void {
  const [, icp = 0, , persona = null] = now ?? []
  const [, icpBefore = 0, , personaBefore = null] = before ?? []
  if (icp !== icpBefore) change.icp++
  if (before === undefined) change.gained++
  if (now === undefined) change.lost++
  if (persona !== personaBefore) change.persona++
  if (icp === icpBefore && persona === personaBefore) change.score++
}

function count(histogram: number[], score: number): void {
  const step = Math.min(STEPS - 1, Math.floor(score / STEPS))
  histogram[step] = (histogram[step] ?? 0) + 1
}
