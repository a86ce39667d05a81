import { join } from 'node:path'
import type { App } from '#app'
import { folderOf } from '#domain/exports/folder.ts'
import type { ShownExport } from '#domain/exports/shown.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { InputError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import type { CommandContext } from './command.ts'
import { humanAtTerminal } from './human.ts'
import { showProposal } from './show-proposal.ts'

/** Shows a proposal to the human at this terminal and makes it theirs, by passphrase and typed count. */
export async function confirmHere(ctx: CommandContext, app: App, proposal: Proposal): Promise<Proposal> {
  ctx.terminal.note(showProposal(proposal))
  const actor = await humanAtTerminal(ctx, app)
  const typedCount = proposal.typeCount ? await askCount(ctx.terminal.ask) : undefined
  return app.decisions.confirm({
    proposalId: proposal.id,
    // The hash of what was shown above: what somebody changed meanwhile is not what is confirmed.
    contentHash: proposal.contentHash,
    actor,
    signal: ctx.signal,
    ...(typedCount === undefined ? {} : { typedCount }),
  })
}

/** The export that a confirmation left behind, once its files are written; undefined for other changes. */
export async function exportOf(
  ctx: CommandContext,
  app: App,
  { outcome }: Proposal,
): Promise<ShownExport | undefined> {
  const exportId = outcome?.['exportId']
  if (exportId === undefined) return undefined
  const cancel = () => void app.exportJobs.cancel(exportId).catch(() => {})
  ctx.signal.addEventListener('abort', cancel, { once: true })
  const ended = await app.exportJobs.ended(exportId, ({ done, total }) =>
    ctx.terminal.progress(`${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`),
  )
  ctx.signal.removeEventListener('abort', cancel)
  ctx.terminal.progress('')
  return ended
}

/** Where the files are and who is not in them. */
export function showExport({ id, state, reason, written }: ShownExport, databasePath: string): string {
  if (written === null) return reason ?? `The export ${id} is ${state}; \`muster start\` writes it.`
  const folder = folderOf(databasePath, id)
  return [
    ...written.files.map(({ name, rows }) => `${join(folder, name)}  ${rows.toLocaleString('en-US')} rows`),
    ...written.leftOut.map(({ why, customers }) => `Left out: ${countOf(customers, 'customer')}: ${why}`),
    ...written.notes,
  ].join('\n')
}

async function askCount(ask: (question: string) => Promise<string>): Promise<number> {
  const answer = await ask('This touches many people. Type the number of customers to confirm: ')
  const count = Number(answer.replaceAll(/[\s,]/g, ''))
  if (answer !== '' && Number.isInteger(count)) return count
  throw new InputError('That is not a number; nothing was changed', { next: 'Run the command again.' })
}
