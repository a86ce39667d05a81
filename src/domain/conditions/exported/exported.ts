import { sql } from 'kysely'
import { z } from 'zod'
import type { CustomerRecord, ExportedRecord } from '../../customers/record.ts'
import { exportFormat, formatId } from '../../exports/formats/index.ts'
import { standing } from '../../exports/standing.ts'
import { boundsOf, dateAt, within as isWithin } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import { windowSchema } from '../../time/window.ts'
import { dateWords, windowWords } from '../../time/words.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { allOf, cutByCustomer, inBounds, inPiece, isEmpty, nobody } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import { exportedFromSql } from './exported-from-sql.ts'
import { exportedPhrases } from './exported-phrases.ts'

/**
 * Who was in a file that Muster wrote: exports that are finished and were not taken back, whatever they were for.
 * `to`: files of that format alone.
 *
 * @example { type: 'exported', to: 'meta', within: { kind: 'last', n: 2, unit: 'week' } }
 */
const exportedSchema = z.strictObject({
  type: z.literal('exported'),
  to: formatId.optional(),
  within: windowSchema.optional(),
})
export type ExportedCondition = z.infer<typeof exportedSchema>

export const exported: ConditionDefinition<'exported', ExportedCondition> = {
  type: 'exported',
  entity: 'customer',
  schema: exportedSchema,
  form: {
    title: 'Was exported',
    start: { type: 'exported', within: { kind: 'last', n: 30, unit: 'day' } },
  },
  meaning: 'In a finished export; to: its format; within: when',
  phrases: exportedPhrases,
  called: () => 'export exports exported',
  convention: ({ to }) =>
    to === undefined
      ? { words: /exported/iu, says: '“Exported” counts every kind of file, those for analysis too.' }
      : undefined,
  sources: () => ['exports'],
  check: () => [],
  words({ to, within }) {
    const where = to === undefined ? '' : ` ${exportFormat(to).goes}`
    return `were exported${where}${within === undefined ? '' : ` ${windowWords(within)}`}`
  },
  plan(condition, ctx) {
    const bounds = boundsIn(condition, ctx)
    if (isEmpty(bounds)) return nobody
    const tests = [
      standing,
      ...(condition.to === undefined ? [] : [sql<boolean>`e.format = ${condition.to}`]),
      inBounds(sql<number>`e.finished_at - e.finished_at % 60`, bounds),
      inPiece('m.customer_id'),
    ]
    return cutByCustomer(
      ctx.dialect,
      sql`SELECT m.customer_id FROM exports AS e JOIN export_members AS m ON m.export = e.number
          WHERE ${allOf(tests)}`,
    )
  },
  predicate({ to, within }, ctx) {
    const format = to === undefined ? '' : `format = ${literal(to)} AND `
    return membersText(`v_exports WHERE ${format}${windowSql('exported_at', within, ctx.now, ctx.zone)}`)
  },
  fromSql: exportedFromSql,
  holds: (condition, customer, _population, ctx) => exportsIn(condition, customer, ctx).length > 0,
  actual(_condition, customer, _population, ctx) {
    const last = exportsIn({ type: 'exported' }, customer, ctx).toSorted((a, b) => b.at - a.at)
    if (last.length === 0) return 'was never exported'
    const told = last.map(({ format, at }) => {
      const known = formatId.safeParse(format)
      const where = known.success ? ` ${exportFormat(known.data).goes}` : ''
      return `${where} on ${dateWords(dateAt(at, ctx.zone))}`
    })
    return `was exported${told.join(',')}`
  },
}

const boundsIn = ({ within }: ExportedCondition, { now, zone }: ReadingContext) =>
  within === undefined ? { to: now } : boundsOf(within, now, zone)

function exportsIn(
  condition: ExportedCondition,
  { exports }: CustomerRecord,
  ctx: ReadingContext,
): readonly ExportedRecord[] {
  const bounds = boundsIn(condition, ctx)
  return exports.filter(
    ({ format, at }) => (condition.to === undefined || format === condition.to) && isWithin(bounds, at),
  )
}
