import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { type Bitset, count } from '../../members/bitset.ts'
import type { Employers } from '../../members/linked.ts'
import type { DataVersions } from '../../members/members.ts'
import type { Lane } from '../../members/reader-pool.ts'
import { emptyScores, type ScoreColumns } from './columns.ts'
import { gradable, mapGradable, type Numbered } from './gradable.ts'

/** Of whom ICPs can be; the personas of those over companies are over people. */
export type IcpEntity = 'customer' | 'company'

/** ICPs that everybody is held against, each with the personas inside it. */
export interface Qualifying {
  readonly entity: IcpEntity
  readonly icps: readonly (Numbered & { readonly personas: readonly Numbered[] })[]
}

/** What everybody scores at one state of the data: companies, then their people; or customers. */
export interface Qualified {
  readonly scored: readonly ScoredEntity[]
  readonly versions: DataVersions
}

export interface ScoredEntity {
  readonly entity: Entity
  readonly columns: ScoreColumns
  /** How many there are, with an ICP or without. */
  readonly everyone: number
}

/** Everybody at the state of the data; taken once they were read. */
export interface QualifyingAgainst {
  everyone(entity: Entity): Bitset
  /** Null where personas are of the same as their ICPs. */
  readonly employers: (() => Employers) | null
  readonly highestIds: Readonly<Record<Entity, number>>
}

/** What scoring has to ask, and how the scores come of the answers. */
export interface QualifyingQuestion {
  readonly criteria: readonly Criteria[]
  /** `take` gives the members of one of the criteria, by its place. */
  answer(
    take: (place: number) => Bitset,
    against: QualifyingAgainst,
    lane: Pick<Lane, 'run'>,
  ): Promise<readonly ScoredEntity[]>
}

/** All criteria are asked together; their sets are taken ICP by ICP, so that few are held at a time. */
export function qualifyingQuestion({ entity, icps }: Qualifying): QualifyingQuestion {
  const criteria: Criteria[] = []
  const placed = (profile: Numbered) => mapGradable(gradable(profile), (one) => criteria.push(one) - 1)
  const asked = icps.map(({ personas, ...icp }) => ({ icp: placed(icp), personas: personas.map(placed) }))
  return {
    criteria,
    async answer(take, { everyone, employers, highestIds }, lane) {
      const own = emptyScores(highestIds[entity])
      const inner = entity === 'company' ? emptyScores(highestIds.person) : own
      for (const { icp } of asked) {
        await lane.run({
          kind: 'grade-icp',
          icp: mapGradable(icp, take),
          everyone: everyone(entity),
          into: own.icp,
        })
      }
      for (const { icp, personas } of asked) {
        await lane.run({
          kind: 'grade-personas',
          icp: icp.number,
          personas: personas.map((persona) => mapGradable(persona, take)),
          employers: employers?.() ?? null,
          icps: own.icp,
          into: inner,
        })
      }
      const ofAll = (entity: Entity, columns: ScoreColumns): ScoredEntity => ({
        entity,
        columns,
        everyone: count(everyone(entity)),
      })
      return entity === 'company' ? [ofAll('company', own), ofAll('person', inner)] : [ofAll('customer', own)]
    },
  }
}
