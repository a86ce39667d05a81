import { ConflictError } from '#kernel/errors.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { Operation, WriteContext } from '../writer/operation.ts'
import { applyStaged } from './apply/apply-staged.ts'
import { clearDemo } from './clear-demo.ts'
import { readHeader } from './csv/header.ts'
import { openText } from './csv/text.ts'
import { exclusively } from './exclusively.ts'
import { type ImportInput, type ImportRequest, parseImportInput } from './input.ts'
import { type ChosenFormat, chooseFormat } from './reading/choose-format.ts'
import { findFiles } from './reading/find-files.ts'
import { stageFiles } from './reading/stage-files.ts'
import { recordImport } from './record-import.ts'
import { checkRejectsFile, writeRejects } from './rejects-file.ts'
import { type ImportReport, makeReport } from './report.ts'
import { settleWorkspace, type SettledWorkspace, storeWorkspace } from './settle-workspace.ts'
import { openStaging, type Staging } from './staging/staging.ts'

/**
 * Imports files. Their rows are read into temporary tables first; then one transaction applies the whole
 * run, so that an import which fails, is cancelled or killed leaves nothing behind. The same files again
 * change nothing.
 */
export const importFiles: Operation<ImportInput, ImportReport> = async (ctx, input) => {
  const request = parseImportInput(input)
  if (request.rejects !== undefined) checkRejectsFile(request.rejects)
  const replaces = replacesDemo(ctx, request)
  const found = await findFiles(request.paths)
  const texts = await Promise.all(found.paths.map(openText))
  const chosen = chooseFormat(await Promise.all(texts.map(readHeader)), request.format, request)
  const workspace = await settleWorkspace(ctx.writer, request, chosen.files, replaces)
  const notes = [...workspace.notes]
  if (found.passedOver.length > 0) notes.push(`Not read: ${found.passedOver.join(', ')}.`)

  return exclusively(ctx.writer.driver, async () => {
    const staging = openStaging(ctx.writer.driver)
    try {
      return await run(ctx, { request, replaces, chosen, workspace, staging, notes })
    } finally {
      staging.close()
    }
  })
}

interface Prepared {
  readonly request: ImportRequest
  readonly replaces: boolean
  readonly chosen: ChosenFormat
  readonly workspace: SettledWorkspace
  readonly staging: Staging
  readonly notes: string[]
}

async function run(ctx: WriteContext, prepared: Prepared): Promise<ImportReport> {
  const { request, replaces, chosen, workspace, staging, notes } = prepared
  const { writer, clock, ids, progress } = ctx
  const { actor, source } = request
  const startedAt = clock.now()
  const began = performance.now()
  const read = await stageFiles(ctx, staging, chosen, workspace.currency, notes)
  const report = writer.transaction(() => {
    const now = clock.now()
    if (replacesDemo(ctx, request) !== replaces) {
      throw new ConflictError('The demo company was changed in the meantime', { next: 'Import again.' })
    }
    if (replaces) clearDemo(writer, { now, actor })
    storeWorkspace(writer, workspace, now)
    const applied = applyStaged(writer, {
      staging,
      format: chosen.format,
      source,
      now,
      actor,
      notes,
      onStep: (what) => progress({ done: 0, what }),
    })
    const made = makeReport({
      id: ids.next('imp'),
      format: chosen.format.name,
      currency: workspace.currency.code,
      read,
      rejects: staging.rejects,
      applied,
      notes,
      seconds: Math.round(performance.now() - began) / 1000,
    })
    recordImport(writer, made, { source, startedAt, finishedAt: clock.now(), actor })
    return made
  })
  // Passive: it moves what it can into the database and never waits for readers.
  writer.driver.pragma('wal_checkpoint(PASSIVE)')
  if (request.rejects !== undefined) {
    writeRejects(
      request.rejects,
      staging.rejects,
      read.map(({ file }) => file),
    )
  }
  return report
}

/** Real data never mixes with the demo company's. */
function replacesDemo({ writer }: WriteContext, { replaceDemo }: ImportRequest): boolean {
  const demo = readWorkspaceRow(writer)?.demo === 1
  if (demo && !replaceDemo) {
    throw new ConflictError('This database holds the demo company', {
      next: 'Import with --replace-demo, which clears its data, or into another database (DATABASE_URL).',
    })
  }
  return demo
}
