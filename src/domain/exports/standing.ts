import { type RawBuilder, sql } from 'kysely'

/** Of `exports AS e`: it is written, and was not taken back. Those who are in it count as exported. */
export const standing: RawBuilder<boolean> = sql<boolean>`(e.state = 'done' AND e.removes IS NULL
  AND NOT EXISTS (SELECT 1 FROM exports AS r WHERE r.removes = e.id AND r.state = 'done'))`
