import { z } from 'zod'
import type { Reader } from '#db/run.ts'
import { query } from '#db/run.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { countOfEntity } from '../entities/entity.ts'
import { exportedBy } from '../exports/exported.ts'
import { exportFormat, formatId } from '../exports/formats/index.ts'
import { exportOptionsSchema, PLAIN } from '../exports/options.ts'
import { removerOf } from '../exports/read.ts'
import { insertExport } from '../exports/store.ts'
import { defineChange, type ExportOutcome } from './define.ts'

/** Writes the file that takes whoever was exported out again: what was handed over can't be fetched back. */
export const undoExport = defineChange({
  schema: z.strictObject({ kind: z.literal('undo_export'), exportId: z.string() }),
  async describe({ exportId }, { reader }) {
    const { row, title } = undoable(reader, exportId)
    return {
      summary: `Make the removal file for the export of “${row.subject_name}” (${title}): ${countOfEntity(row.written ?? 0, row.entity)}`,
      target: null,
      preview: null,
      difference: [
        {
          what: 'file',
          before: null,
          after:
            row.channel === null
              ? `the ids of the ${countOfEntity(row.written ?? 0, row.entity)} in it`
              : `the same rows that were exported; upload it to ${title} as a list of people to remove`,
        },
      ],
    }
  },
  version: () => null,
  apply({ exportId }, { writer, ids, by }): ExportOutcome {
    const { row } = undoable(writer, exportId)
    const { hashed, formulas } = exportOptionsSchema.parse(JSON.parse(row.options))
    const id = ids.next('exp')
    insertExport(
      writer,
      {
        id,
        entity: row.entity,
        subject: { kind: row.subject_kind, id: row.subject_id },
        name: row.subject_name,
        version: row.subject_version,
        format: formatId.parse(row.format),
        // Whoever is taken out again stands there by what they are known by: an id, or as they were sent.
        options: { ...PLAIN, hashed, formulas },
        channel: row.channel,
        removes: row.id,
      },
      { members: exportedBy(writer.driver, row), asOf: by.at },
      by,
    )
    return { exportId: id }
  },
})

/** The export, if there is something in it to take back. */
function undoable(reader: Reader, exportId: string) {
  const row = reader.get(query.selectFrom('exports').selectAll().where('id', '=', exportId))
  if (row === undefined) {
    throw new NotFoundError(`There is no export ${exportId}`, {
      next: 'List the exports to see which there are.',
    })
  }
  if (row.removes !== null) {
    throw new InputError('This is a removal file itself', { next: 'Export the segment or audience again.' })
  }
  if (row.state !== 'done') {
    throw new ConflictError(`This export is ${row.state}: nothing of it was handed over`, {
      next: row.state === 'waiting' ? 'Cancel it, or wait until it is written.' : 'Nothing more is needed.',
    })
  }
  const remover = removerOf(reader, exportId)
  if (remover !== null) {
    throw new ConflictError(`This export was undone already`, { next: `Its removal file is ${remover}.` })
  }
  return { row, title: exportFormat(formatId.parse(row.format)).title }
}
