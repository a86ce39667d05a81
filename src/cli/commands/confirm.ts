import type { RegisterCommand } from '../command.ts'
import { scoreAnew } from '../score-anew.ts'
import { confirmHere, exportOf, showExport } from '../confirm-here.ts'

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
        const confirmed = await confirmHere(ctx, app, app.services.proposals.get(id))
        ctx.terminal.print(`Confirmed: ${confirmed.summary}`)
        const written = await exportOf(ctx, app, confirmed)
        if (written !== undefined) ctx.terminal.print(showExport(written, app.databasePath))
        await scoreAnew(ctx, app)
      }),
    )
}
