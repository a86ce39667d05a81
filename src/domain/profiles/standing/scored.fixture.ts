import { query, type Writer } from '#db/run.ts'
import type { ProfileStatus } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { codeFor } from '../code.ts'
import type { ProfileParameters } from '../parameter.ts'
import { insertProfile, reviseProfile } from '../store.ts'

const MUSTER: Actor = { userId: null, name: 'Muster', surface: 'system', session: null }
const BY = { at: 1_763_640_000, actor: MUSTER, proposalId: null }
export const SAAS: Criteria = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' }
const VP: Criteria = { type: 'person', field: 'seniority', op: 'equals', value: 'VP' }
const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }
const CRITERIA = { company: SAAS, person: VP, customer: BUYERS } as const satisfies Record<Entity, Criteria>

interface Made {
  readonly id: string
  readonly name: string
  readonly entity?: Entity
  readonly icpId?: string
  readonly status?: ProfileStatus
  readonly parameters?: ProfileParameters
}

/** A profile without a proposal: what a test is not about. */
export function makeProfile(writer: Writer, made: Made): void {
  const { id, name, icpId = null, status = 'live', entity = icpId === null ? 'company' : 'person' } = made
  insertProfile(
    writer,
    {
      id,
      name,
      icpId,
      entity,
      status,
      kind: icpId === null ? 'icp' : 'persona',
      code: codeFor(name, new Set()),
      goal: '',
      parameters: made.parameters ?? [{ mode: 'filter', criteria: CRITERIA[entity] }],
    },
    BY,
  )
}

/** The next version of one, likewise. */
export const changeProfile = (writer: Writer, id: string, next: Parameters<typeof reviseProfile>[2]): void =>
  void reviseProfile(writer, id, next, BY)

export interface Row {
  readonly id: number
  readonly icp: number
  readonly icpScore: number
  readonly persona?: number | null
  readonly personaScore?: number | null
}

/** The scores of an entity as if somebody had scored it. */
export function storeScores(writer: Writer, entity: Entity, rows: readonly Row[]): void {
  writer.run(query.deleteFrom('scores').where('entity', '=', entity))
  for (const { id, icp, icpScore, persona = null, personaScore = null } of rows) {
    writer.run(
      query.insertInto('scores').values({
        entity,
        record_id: id,
        icp,
        icp_score: icpScore,
        persona,
        persona_score: personaScore,
      }),
    )
  }
  writer.run(
    query
      .updateTable('versions')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('source', '=', 'scores'),
  )
}
