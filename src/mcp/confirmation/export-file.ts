import type { ExportJobs } from '#domain/exports/jobs.ts'
import type { Exports } from '#domain/exports/read.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { countOf } from '#kernel/text.ts'
import { progressUnder } from '#kernel/progress.ts'
import { fence } from '#kernel/untrusted.ts'

const exportIn = ({ state, outcome }: Proposal): string | undefined =>
  state === 'confirmed' ? outcome?.['exportId'] : undefined

/** What has become of the file of a confirmed export; nothing for other proposals. */
export function fileNote(proposal: Proposal, exports: Pick<Exports, 'find'>): string {
  const found = exports.find(exportIn(proposal) ?? '')
  if (found === undefined) return ''
  const { state, reason, written } = found
  if (state === 'waiting') return ' Its file is being written; ask again later.'
  if (written !== null) return ` Its file holds ${countOf(written.rows, 'row')}.`
  return ` Its file was not written: ${fence(reason ?? state, 300)}.`
}

/**
 * Stays until the file of an export that was just confirmed is written, with a client that asked to hear how far
 * things are; others ask for the proposal later. A client that leaves doesn't stop it: it was confirmed.
 */
export async function stayWith(
  proposal: Proposal,
  signal: AbortSignal,
  exportJobs: Pick<ExportJobs, 'ended'>,
): Promise<void> {
  const exportId = exportIn(proposal)
  const progress = progressUnder(signal, 'Writing the file')
  if (exportId === undefined || progress === undefined || signal.aborted) return
  const left = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const told = ({ done, total }: { done: number; total: number }) => progress(done / Math.max(1, total))
  await Promise.race([exportJobs.ended(exportId, told), left])
}
