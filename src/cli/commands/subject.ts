import { findSubject } from '#domain/privacy/find-subject.ts'
import { subject as dataOf } from '#domain/privacy/subject.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const subject: RegisterCommand = (program, run) => {
  program
    .command('subject')
    .description('Everything that is kept of a person, for them (a request for access)')
    .argument('<customer>', 'an id of any source, an e-mail address or a phone number')
    .option('--json', 'print the data itself, as JSON')
    .action(
      run(async (ctx, customer: string, { json }: { json?: true }) => {
        const { reader, clock } = (await ctx.open()).services
        const found = dataOf(reader, findSubject(reader, customer), clock.now())
        if (json) {
          ctx.terminal.print(JSON.stringify(found, null, 2))
          return
        }
        ctx.terminal.print(
          table(
            ['What', 'Rows'],
            Object.entries(found.data).map(([what, rows]) => [what, rows.length]),
          ),
        )
        ctx.terminal.note('The data itself: --json')
      }),
    )
}
