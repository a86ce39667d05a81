import type { ReadingContext } from '../../conditions/define.ts'
import { holds } from '../../criteria/evaluate.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Population } from '../../customers/record.ts'
import type { Entity } from '../../entities/entity.ts'
import type { RecordOf } from '../../entities/record.ts'
import { fitOf } from '../fit.ts'
import type { ProfileParameters } from '../parameter.ts'
import { creditOf, scoreOf, totalWeight } from '../score.ts'
import type { StoredScore } from './differences.ts'
import type { Numbered } from './gradable.ts'
import type { Qualifying } from './qualifying.ts'

/** Do criteria hold for the record that is scored? */
export type Holds = (criteria: Criteria) => boolean

/** How a record is read from memory. */
export const holdsFor =
  (record: RecordOf[Entity], population: Population, ctx: ReadingContext): Holds =>
  (criteria) =>
    holds(criteria, record, population, ctx)

/** Which profile a record gets, and its score under it. */
export interface Best {
  /** Of the profile. */
  readonly number: number
  readonly score: number
}

/** What one record scores under a profile; null where it does not fit. */
export function scoreUnder(parameters: ProfileParameters, holds: Holds): number | null {
  const fit = fitOf(parameters)
  if (fit !== null && !holds(fit)) return null
  const earned = parameters.reduce(
    (sum, parameter) =>
      sum + (parameter.mode === 'score' ? parameter.weight * creditOf(parameter, holds) : 0),
    0,
  )
  return scoreOf(earned, totalWeight(parameters))
}

/** The profile under which one record scores highest, the older one of equals; null where none fits. */
export function bestOf(profiles: readonly Numbered[], holds: Holds): Best | null {
  let best: Best | null = null
  for (const { number, parameters } of profiles) {
    const score = scoreUnder(parameters, holds)
    if (score === null) continue
    if (best === null || score > best.score || (score === best.score && number < best.number)) {
      best = { number, score }
    }
  }
  return best
}

/** The best persona inside the ICP that a record has. */
export const bestPersona = ({ icps }: Qualifying, icp: Best, holds: Holds): Best | null =>
  bestOf(icps.find(({ number }) => number === icp.number)?.personas ?? [], holds)

/** The rows that one company and its people are to have, or one customer; undefined for whoever has no ICP. */
export function rowsOf(
  qualifying: Qualifying,
  record: RecordOf['company' | 'customer'],
  reading: (record: RecordOf[Entity]) => Holds,
): readonly ScoredRecord[] {
  const icp = bestOf(qualifying.icps, reading(record))
  const row = (id: number, persona: Best | null): StoredScore | undefined =>
    icp === null ? undefined : [id, icp.number, icp.score, persona?.number ?? null, persona?.score ?? null]
  const inside = (one: RecordOf[Entity]) => icp && bestPersona(qualifying, icp, reading(one))
  if (qualifying.entity === 'customer') {
    return [{ entity: 'customer', id: record.id, row: row(record.id, inside(record)) }]
  }
  const people = 'people' in record ? record.people : []
  return [
    { entity: 'company', id: record.id, row: row(record.id, null) },
    ...people.map(
      (person): ScoredRecord => ({ entity: 'person', id: person.id, row: row(person.id, inside(person)) }),
    ),
  ]
}

/** A record and the row of scores that it is to have. */
export interface ScoredRecord {
  readonly entity: Entity
  readonly id: number
  readonly row: StoredScore | undefined
}
