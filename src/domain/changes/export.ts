import { z } from 'zod'
import { countOf, joinWords } from '#kernel/text.ts'
import { exportFormat, formatId } from '../exports/formats/index.ts'
import { type ExportOptions, exportOptionsSchema, optionsFor } from '../exports/options.ts'
import { confirmedMembers, insertExport } from '../exports/store.ts'
import { exportSubject } from '../exports/subject.ts'
import type { Preview } from '../previews/schema.ts'
import type { Difference } from '../proposals/shown.ts'
import { versionOfSegment } from '../segments/store.ts'
import { defineChange, type ExportOutcome } from './define.ts'

/**
 * Writes a file of whoever was counted. Confirming leaves a job that writes it: those who were confirmed, less
 * whoever has withdrawn a consent since.
 */
export const exportCustomers = defineChange({
  schema: z.strictObject({
    kind: z.literal('export'),
    subject: exportSubject,
    format: formatId,
    options: exportOptionsSchema,
  }),
  async describe({ subject, format, options }, { segments, count }) {
    const { title } = exportFormat(format)
    optionsFor(format, options)
    const { id, name, criteria, version } = segments.get(subject.id)
    const counted = await count(criteria ?? { type: 'segment', segment: id }, id)
    return {
      summary: `Export the segment “${name}” as ${title} with ${countOf(counted.count, 'customer')}${contentWords(options)}`,
      target: { id, version },
      preview: counted,
      difference: [{ what: 'file', before: null, after: title }, ...contactLines(options, counted)],
    }
  },
  version: ({ subject }, reader) => versionOfSegment(reader, subject.id),
  apply({ subject, format, options }, { writer, ids, segments, by }): ExportOutcome {
    const { name, version } = segments.get(subject.id)
    const id = ids.next('exp')
    const { channel } = exportFormat(format)
    insertExport(
      writer,
      { id, subject, name, version, format, options, channel },
      confirmedMembers(writer, by.proposalId),
      by,
    )
    return { exportId: id }
  },
  undo: ({ exportId }: ExportOutcome) => ({ kind: 'undo_export', exportId }),
})

const contentWords = ({ contact }: ExportOptions): string =>
  contact ? ', their e-mail addresses, phone numbers and names' : ', without contact data'

/** What a human should know who hands out addresses. */
function contactLines({ contact, formulas }: ExportOptions, { count, reachable }: Preview): Difference[] {
  const says = (what: string, after: string): Difference => ({ what, before: null, after })
  const of = (n: number) => `${n.toLocaleString('en-US')} of ${countOf(count, 'customer')}`
  return [
    ...(contact && reachable !== null
      ? [
          says('contact columns', joinWords(['e-mail', 'phone', 'first name', 'last name'], 'and')),
          says(
            'consent',
            `${of(reachable.email)} can be reached by e-mail and ${reachable.sms.toLocaleString('en-US')} by SMS; the others stand in the file too: it is for analysis, not for sending`,
          ),
        ]
      : []),
    ...(formulas ? [says('formulas', 'cells are kept as they are: open the file in no spreadsheet')] : []),
  ]
}
