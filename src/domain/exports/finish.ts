import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { query, type Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { actorFrom } from '../log/actor.ts'
import { andNot, count } from '../members/bitset.ts'
import { decodeMembers } from '../members/encode.ts'
import { readVersions } from '../members/read-versions.ts'
import { sameVersions } from '../members/versions.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { Operation } from '../writer/operation.ts'
import { allowedOf } from './allowed.ts'
import { heldIn } from './exported.ts'
import { folderOf } from './folder.ts'
import { exportOptionsSchema } from './options.ts'
import { type Manifest, MANIFEST_FILE } from './manifest.ts'
import { withFileFaults } from './out-file.ts'
import { subjectOf } from './read.ts'
import { logOutcome } from './store.ts'
import { blocksOf } from './rows.ts'
import type { Written } from './write-export.ts'

export type Finish =
  /** The files are in their place. */
  | 'done'
  /** Somebody who is in the files has withdrawn meanwhile: write them again. */
  | 'again'
  /** Another process was faster, or it was cancelled. */
  | 'ended'

/**
 * Puts the written files in their place, by one rename, and remembers who is in them: in one transaction, which one
 * process at a time can have. Whoever is killed in the middle leaves an export that waits, and is written again.
 */
export const finishExport: Operation<
  {
    readonly exportId: string
    readonly databasePath: string
    /** The folder that holds the files. */
    readonly partial: string
    readonly written: Written
    readonly writtenAt: number
  },
  Finish
> = ({ writer, clock }, { exportId, databasePath, partial, written, writtenAt }) =>
  writer.transaction((): Finish => {
    const row = writer.get(query.selectFrom('exports').selectAll().where('id', '=', exportId))
    if (row?.state !== 'waiting') return 'ended'
    if (withdrawnSince(writer, row, written)) return 'again'
    const manifest = manifestOf(row, written, {
      writtenAt,
      currency: readWorkspaceRow(writer)?.currency ?? '',
    })
    // A removal file is handed over to nobody anew.
    if (row.removes === null) remember(writer, row, written)
    writer.run(
      query
        .updateTable('exports')
        .set({
          state: 'done',
          manifest: JSON.stringify(manifest),
          written: written.rows,
          finished_at: clock.now(),
        })
        .where('id', '=', exportId),
    )
    raiseVersions(writer, new Set(['exports']))
    logOutcome(writer, clock.now(), exportId, 'export_written', {
      format: row.format,
      rows: written.rows,
      files: written.files.map(({ sha256 }) => sha256),
    })
    // Last, so that whatever fails before it leaves no file.
    place(partial, folderOf(databasePath, exportId), manifest)
    return 'done'
  })

const CONSENTING = ['customers', 'consents', 'events'] as const

/** Consents, addresses and bounces may have moved since the files' snapshot; only then everybody is looked at again. */
function withdrawnSince(writer: Writer, row: ExportRow, { members, versions }: Written): boolean {
  const read =
    row.entity === 'customer' ? CONSENTING : ([row.entity === 'person' ? 'people' : 'companies'] as const)
  if (sameVersions(versions, readVersions(writer), read)) return false
  return count(andNot(decodeMembers(members), allowedOf(writer.driver, row))) > 0
}

function remember(writer: Writer, { number, entity }: ExportRow, { members }: Written): void {
  const { table, column } = heldIn(entity)
  const insert = writer.driver.prepare(
    `INSERT INTO ${table}(export, ${column}) SELECT ?, value FROM json_each(?)`,
  )
  for (const block of blocksOf(decodeMembers(members))) insert.run(number, JSON.stringify(block))
}

function place(partial: string, folder: string, manifest: Manifest): void {
  withFileFaults(folder, () => {
    writeFileSync(join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    // There is one only when a process was killed between this rename and its commit.
    rmSync(folder, { recursive: true, force: true })
    renameSync(partial, folder)
  })
}

const manifestOf = (
  row: ExportRow,
  { rows, leftOut, mendedPhones, files, notes }: Written,
  { writtenAt, currency }: { readonly writtenAt: number; readonly currency: string },
): Manifest => ({
  export: row.id,
  proposal: row.proposal_id,
  subject: subjectOf(row),
  format: row.format,
  options: exportOptionsSchema.parse(JSON.parse(row.options)),
  currency,
  confirmedBy: actorFrom(row.confirmed_by).name,
  confirmedAt: toIso(row.confirmed_at),
  asOf: toIso(row.as_of),
  writtenAt: toIso(writtenAt),
  confirmed: row.confirmed,
  rows,
  leftOut: [...leftOut],
  mendedPhones,
  removes: row.removes,
  files: [...files],
  notes: [...notes],
})
