import { InputError } from '#kernel/errors.ts'
import type { RegisterCommand } from '../command.ts'
import { humanAtTerminal } from '../human.ts'
import { showProposal } from '../show-proposal.ts'

export const confirm: RegisterCommand = (program, run) => {
  program
    .command('confirm')
    .description(
      'Confirm a proposal: shows what was counted, asks for your passphrase, then makes the change',
    )
    .argument('<id>', 'the proposal, as `muster proposals` lists it')
    .action(
      run(async (ctx, id: string) => {
        const app = await ctx.open()
        const proposal = app.services.proposals.get(id)
        ctx.terminal.note(showProposal(proposal))
        const actor = await humanAtTerminal(ctx, app)
        const typedCount = proposal.typeCount ? await askCount(ctx.terminal.ask) : undefined
        const confirmed = await app.decisions.confirm({
          proposalId: id,
          // The hash of what was shown above: what somebody changed meanwhile is not what is confirmed.
          contentHash: proposal.contentHash,
          actor,
          signal: ctx.signal,
          ...(typedCount === undefined ? {} : { typedCount }),
        })
        ctx.terminal.print(`Confirmed: ${confirmed.summary}`)
      }),
    )
}

async function askCount(ask: (question: string) => Promise<string>): Promise<number> {
  const answer = await ask('This touches many people. Type the number of customers to confirm: ')
  const count = Number(answer.replaceAll(/[\s,]/g, ''))
  if (answer !== '' && Number.isInteger(count)) return count
  throw new InputError('That is not a number; nothing was changed', { next: 'Run the command again.' })
}
