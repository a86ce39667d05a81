import type { RegisterCommand } from '../command.ts'
import { approverAtTerminal, changePassphrase, requireTerminal, verified } from '../human.ts'

export const passphrase: RegisterCommand = (program, run) => {
  program
    .command('passphrase')
    .description('Set or change the passphrase that `muster confirm` asks for')
    .action(
      run(async (ctx) => {
        requireTerminal(ctx)
        const app = await ctx.open()
        const user = await approverAtTerminal(ctx, app)
        if (user.hasPassphrase) await verified(ctx, app, user)
        await changePassphrase(ctx, app, user)
        ctx.terminal.print('The passphrase is set.')
      }),
    )
}
