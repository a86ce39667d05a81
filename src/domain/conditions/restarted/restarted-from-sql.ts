import { firstIn } from '../../criteria/sql/inner-parts.ts'
import { membersIn } from '../../criteria/sql/members.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { takeDeed } from '../shared/deed-from-sql.ts'

/** Done in a window, and not in the stretch before it, and before that: three tests of the same rows. */
export function restartedFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'and' || test.test.of.length !== 3) return undefined
  const away = firstIn(test.test, (part) =>
    part.kind === 'date' && part.date.kind === 'before' ? part.date : undefined,
  )
  if (away === undefined) return undefined
  const { n, unit } = away
  for (const part of test.test.of) {
    const rows = membersIn(part)?.rows
    const taken = rows && takeDeed(rows.view, [...rows.tests], ctx)
    if (taken?.within === undefined) continue
    const { deed, within } = taken
    const found = ctx.printed([{ type: 'restarted', deed, within, away: { n, unit } }], test.test)
    if (found !== undefined) return found
  }
  return undefined
}
