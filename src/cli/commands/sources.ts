import { listSources } from '#domain/sources/read.ts'
import { countOf } from '#kernel/text.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const sources: RegisterCommand = (program, run) => {
  program
    .command('sources')
    .description(
      'List where the data comes from: what each source brought, when it last came, and what is overdue',
    )
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const { reader, clock } = (await ctx.open()).services
        const found = listSources(reader, clock.now())
        if (json) ctx.terminal.print(JSON.stringify(found, null, 2))
        else if (found.length === 0) {
          ctx.terminal.note('Nothing came yet. Bring data: muster import --help, muster write-keys --help')
        } else {
          ctx.terminal.print(
            table(
              ['Source', 'Ids', 'Brought', 'Last arrival', 'How it stands'],
              found.map(({ name, source, brought, lastArrival, says }) => [
                name,
                source,
                brought.flatMap(({ rows, words }) => (rows === 0 ? [] : words)).join(', '),
                lastArrival ?? 'never',
                says,
              ]),
            ),
          )
          const late = found.filter(({ overdue }) => overdue).length
          if (late > 0)
            ctx.terminal.note(`${countOf(late, 'source')} overdue: numbers that read them are old.`)
        }
      }),
    )
}
