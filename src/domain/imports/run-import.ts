import { ConflictError } from '#kernel/errors.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { WriteContext } from '../writer/operation.ts'
import { applyStaged } from './apply/apply-staged.ts'
import { isEmpty } from './apply/change.ts'
import { clearDemo } from './clear-demo.ts'
import { exclusively } from './exclusively.ts'
import type { ImportRequest } from './input.ts'
import { carriedOverLater } from './journal.ts'
import type { PlannedFile } from './mapping/file-plan.ts'
import { type PreparedFile, prepareFile, refuseProblems, unevenFiles } from './mapping/prepare-files.ts'
import { idsOfOthers } from './plan/other-shop.ts'
import { sampleFile } from './plan/sample-file.ts'
import type { FileChoice } from './plan/schema.ts'
import type { FileReading } from './reading/file-reading.ts'
import { stageFiles } from './reading/stage-files.ts'
import { recordImport } from './record-import.ts'
import { checkRejectsFile, writeRejects } from './rejects-file.ts'
import { type ImportReport, makeReport } from './report.ts'
import { settleWorkspace, type SettledWorkspace, storeWorkspace } from './settle-workspace.ts'
import { openStaging, type Staging } from './staging/staging.ts'

export interface ImportOrder {
  readonly files: readonly FileChoice[]
  readonly settings: ImportRequest
  readonly notes: readonly string[]
}

/**
 * Imports files. Their rows are read into temporary tables first; then one transaction applies the whole
 * run, so that an import which fails, is cancelled or killed leaves nothing behind. The same files again
 * change nothing.
 */
export async function runImport(
  ctx: WriteContext,
  order: ImportOrder,
  reader: FileReading,
): Promise<ImportReport> {
  const { settings } = order
  if (settings.rejects !== undefined) checkRejectsFile(settings.rejects)
  reader.expect(order.files.map(({ path }) => path))
  const replaces = replacesDemo(ctx, settings)
  const prepared = await Promise.all(order.files.map(prepareFile))
  for (const { problems, file } of prepared) refuseProblems(problems, file.header)
  const files = prepared.flatMap(({ planned }) => planned ?? [])
  refuseProblems(unevenFiles(files))
  const workspace = await settleWorkspace(ctx.writer, settings, files, replaces)
  refuseProblems(workspace.problems)
  if (settings.source === undefined && !replaces) await refuseOthers(ctx, prepared, workspace)
  const notes = [...workspace.notes, ...order.notes]

  return exclusively(ctx.writer.driver, async () => {
    const staging = openStaging(ctx.writer.driver)
    try {
      return await run(ctx, { reader, settings, replaces, files, workspace, staging, notes })
    } finally {
      staging.close()
    }
  })
}

interface Prepared {
  readonly reader: FileReading
  readonly settings: ImportRequest
  readonly replaces: boolean
  readonly files: readonly PlannedFile[]
  readonly workspace: SettledWorkspace
  readonly staging: Staging
  readonly notes: string[]
}

async function run(ctx: WriteContext, prepared: Prepared): Promise<ImportReport> {
  const { reader, settings, replaces, files, workspace, staging, notes } = prepared
  const { writer, clock, ids, progress } = ctx
  const { actor, source } = settings
  const { currency } = workspace
  const startedAt = clock.now()
  const began = performance.now()
  const { read, parts } = await stageFiles(ctx, staging, files, { reader, currency, source }, notes)
  // What it holds in memory is no longer needed.
  await reader.close()
  const report = carriedOverLater(writer, () => {
    const now = clock.now()
    if (replacesDemo(ctx, settings) !== replaces) {
      throw new ConflictError('The demo company was changed in the meantime', { next: 'Import again.' })
    }
    if (replaces) clearDemo(writer, { now, actor })
    storeWorkspace(writer, workspace, now)
    const applied = applyStaged(writer, {
      staging,
      parts,
      now,
      actor,
      notes,
      onStep: (what) => progress({ done: 0, what }),
    })
    const made = makeReport({
      id: ids.next('imp'),
      format: parts.map(({ format }) => format.name).join(', '),
      currency: currency.code,
      read,
      rejects: staging.rejects,
      applied,
      notes,
      seconds: Math.round(performance.now() - began) / 1000,
    })
    recordImport(writer, made, { parts: applied, startedAt, finishedAt: clock.now(), actor })
    return made
  })
  if (settings.rejects !== undefined) {
    writeRejects(
      settings.rejects,
      staging.rejects,
      read.map(({ file }) => file),
    )
  }
  return report
}

/** What its first rows say of a file's plan, they say when it is imported; as long as no ids are known, that is nothing. */
async function refuseOthers(
  { writer }: WriteContext,
  prepared: readonly PreparedFile[],
  settled: SettledWorkspace,
): Promise<void> {
  if (['identities', 'orders'].every((table) => isEmpty(writer.driver, table))) return
  for (const file of prepared) {
    refuseProblems(idsOfOthers(writer, file, await sampleFile(file, settled)))
  }
}

/** Real data never mixes with the demo company's. */
function replacesDemo({ writer }: WriteContext, { replaceDemo }: ImportRequest): boolean {
  const demo = readWorkspaceRow(writer)?.demo === 1
  if (demo && !replaceDemo) {
    throw new ConflictError('This database holds the demo company', {
      next: 'Say that its data is to be deleted with the import (--replace-demo in the terminal, a box to tick on the page), or import into another database (DATABASE_URL).',
    })
  }
  return demo
}
