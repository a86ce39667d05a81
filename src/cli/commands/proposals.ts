import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const proposals: RegisterCommand = (program, run) => {
  program
    .command('proposals')
    .description('List the changes that wait for a human')
    .option('--all', 'decided and expired ones too')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, options: { all?: true; json?: true }) => {
        const app = await ctx.open()
        const found = app.services.proposals.list(options.all ? {} : { state: 'draft' })
        if (options.json) {
          ctx.terminal.print(JSON.stringify(found, null, 2))
          return
        }
        if (found.length === 0) {
          ctx.terminal.note('Nothing waits for you.')
          return
        }
        ctx.terminal.print(
          table(
            ['Id', 'State', 'Proposal', 'Drafted'],
            found.map(({ id, state, summary, createdAt }) => [id, state, summary, createdAt]),
          ),
        )
      }),
    )
}
