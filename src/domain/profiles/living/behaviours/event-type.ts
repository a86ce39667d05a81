import { type RawBuilder, sql } from 'kysely'
import type { PlanContext } from '../../../conditions/define.ts'

/** Is a row of `events AS e` of this type? */
export const isOfType = ({ dialect, dictionary }: PlanContext, event: string): RawBuilder<boolean> =>
  dialect.oneOf(sql`e.type_id`, dictionary.eventTypes([event]))
