import type { Writer } from '#db/run.ts'
import { prepared } from '../imports/apply/change.ts'

/** Is there more than one source of customers at all? Answered by both ends of an index. */
export const hasSeveralSources = (driver: Writer['driver']): boolean =>
  prepared(driver, 'SELECT (SELECT min(source) FROM identities) IS NOT (SELECT max(source) FROM identities)')
    .pluck()
    .get() === 1
