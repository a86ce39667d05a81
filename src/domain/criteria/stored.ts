import { keepLast } from '#kernel/keep-last.ts'
import { parseCriteria } from './parse.ts'
import type { Criteria } from './schema.ts'

/** Criteria as the database keeps them: those of the default segments are asked for with every count. */
export const storedCriteria = keepLast(500, (json): Criteria => parseCriteria(JSON.parse(json)))
