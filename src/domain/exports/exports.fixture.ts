import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../changes/index.ts'
import { createDecisions } from '../proposals/decide.ts'
import { openWorkspace, TESTER } from '../services.fixture.ts'
import { folderOf } from './folder.ts'

/** A small company and what confirms and reads its exports. */
export async function openExports() {
  const w = await openWorkspace()
  const { clock, members, proposals } = w.services
  /** Decides without beginning the job that it leaves behind. */
  const quiet = createDecisions({ clock, members, proposals, writer: w.writer, surfaces: new Set(['web']) })
  const confirm = async (change: Change, decisions = w.decisions) => {
    const proposal = await w.services.draft.proposal(change, { actor: TESTER })
    const { outcome } = await decisions.confirm({
      proposalId: proposal.id,
      contentHash: proposal.contentHash,
      actor: w.approver,
      ...(proposal.count === null ? {} : { typedCount: proposal.count }),
    })
    return outcome ?? {}
  }
  return {
    ...w,
    draft: (change: Change) => w.services.draft.proposal(change, { actor: TESTER }),
    confirm: (change: Change) => confirm(change),
    /** Confirms an export whose job does not begin yet; answers its id. */
    async confirmedOnly(change: Change) {
      const { exportId = '' } = await confirm(change, quiet)
      return exportId
    },
    /** Confirms an export and waits for its files. */
    async exported(change: Change) {
      const { exportId = '' } = await confirm(change)
      return w.exportJobs.ended(exportId)
    },
    /** A new segment of whoever satisfies the criteria; answers its id. */
    async segment(name: string, criteria: unknown) {
      const previewId = await w.count(criteria)
      const { segmentId = '' } = await confirm({ kind: 'create_segment', name, description: '', previewId })
      return segmentId
    },
    fileOf: (exportId: string, name: string) => readFileSync(join(folderOf(w.path, exportId), name)),
  }
}

export type TestExports = Awaited<ReturnType<typeof openExports>>
