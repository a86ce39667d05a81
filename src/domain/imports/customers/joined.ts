import type { Writer } from '#db/run.ts'
import { isEmpty } from '../apply/change.ts'

/** The customers that are known from several sources, of which each knows a part. */
export const JOINED = `SELECT i.customer_id FROM joins j
  JOIN identities i ON i.source = j.source AND i.external_id = j.external_id WHERE j.separated_at IS NULL`

/** Is there anybody like that? Where there isn’t, nobody needs to be looked up. */
export const hasJoined = (driver: Writer['driver']): boolean =>
  !isEmpty(driver, 'joins WHERE separated_at IS NULL')
