import type { RegisterCommand } from '../command.ts'
import { humanAtTerminal } from '../human.ts'
import { showProposal } from '../show-proposal.ts'

export const reject: RegisterCommand = (program, run) => {
  program
    .command('reject')
    .description('Reject a proposal, for good')
    .argument('<id>', 'the proposal, as `muster proposals` lists it')
    .option('--reason <text>', 'why, for the log')
    .action(
      run(async (ctx, id: string, options: { reason?: string }) => {
        const app = await ctx.open()
        const proposal = app.services.proposals.get(id)
        ctx.terminal.note(showProposal(proposal))
        const actor = await humanAtTerminal(ctx, app)
        const rejected = await app.decisions.reject({ proposalId: id, actor, ...options })
        ctx.terminal.print(`Rejected: ${rejected.summary}`)
      }),
    )
}
