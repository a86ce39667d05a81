import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { firstIdentity } from './sql.ts'

/** How the rows of an entity are read for a file: what stands behind `json_each(…) AS j`, beside the ids of members. */
interface Records {
  /** Joins of what columns are selected from. */
  readonly joined: string
  /** `c`, of the id that a record was imported with. */
  readonly identity: string
}

const scored = (entity: Entity) => `
  LEFT JOIN scores AS s ON s.entity = '${entity}' AND s.record_id = j.value
  LEFT JOIN profiles AS icp ON icp.number = s.icp`

export const RECORDS: Readonly<Record<Entity, Records>> = {
  customer: {
    joined: `
      LEFT JOIN customers AS c ON c.id = j.value LEFT JOIN customer_keys AS k ON k.id = j.value
      LEFT JOIN facts AS f ON f.id = j.value`,
    identity: firstIdentity,
  },
  company: {
    joined: `LEFT JOIN companies AS c ON c.id = j.value ${scored('company')}`,
    identity: 'c.external_id',
  },
  person: {
    joined: `
      LEFT JOIN people AS c ON c.id = j.value LEFT JOIN companies AS w ON w.id = c.company_id ${scored('person')}
      LEFT JOIN profiles AS persona ON persona.number = s.persona`,
    identity: 'c.external_id',
  },
}

/** The column of files that says whose a row is. */
export const idColumn = (entity: Entity): string => `${entity}_id`

/** Why somebody who was confirmed has no row any more. */
export const erased = (entity: Entity): string => `not a ${ENTITY_WORDS[entity].one} any more`
