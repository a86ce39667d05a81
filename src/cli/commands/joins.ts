import { listJoins } from '#domain/joins/read.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const joins: RegisterCommand = (program, run) => {
  program
    .command('joins')
    .description('List customers of several sources who were joined as one person, by which rule and why')
    .argument('[search]', 'a part of an id')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, search: string | undefined, { json }: { json?: true }) => {
        const { reader } = (await ctx.open()).services
        const found = listJoins(reader, search === undefined ? {} : { search })
        if (json) {
          ctx.terminal.print(JSON.stringify(found, null, 2))
          return
        }
        ctx.terminal.note(found.says)
        if (found.latest.length === 0) return
        ctx.terminal.print(
          table(
            ['Join', 'Customer', 'Is also', 'Because', 'Since', 'Separated'],
            found.latest.map((join) => [
              String(join.id),
              `${join.of.source} ${join.of.id}`,
              `${join.with.source} ${join.with.id}`,
              join.because,
              join.at,
              join.separatedAt ?? '',
            ]),
          ),
        )
      }),
    )
}
