import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const segments: RegisterCommand = (program, run) => {
  program
    .command('segments')
    .description('List the saved segments with their counts')
    .argument('[search]', 'part of a name')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, search: string | undefined, options: { json?: true }) => {
        const app = await ctx.open()
        const found = app.services.segments.list(search === undefined ? {} : { search })
        if (options.json) {
          const freshnessOf = app.services.previews.freshness()
          const fresh = found.map((segment) => ({ ...segment, freshness: freshnessOf(segment.criteria) }))
          ctx.terminal.print(JSON.stringify(fresh, null, 2))
          return
        }
        if (found.length === 0) {
          ctx.terminal.note(
            search === undefined ? 'There are no segments.' : `No segment’s name contains “${search}”.`,
          )
          return
        }
        ctx.terminal.print(
          table(
            ['Segment', 'Kind', 'Customers', 'Counted', 'Id'],
            found.map(({ name, kind, members, refreshedAt, id }) => [
              name,
              kind,
              members === null ? '–' : members.toLocaleString('en-US'),
              refreshedAt ?? 'not yet',
              id,
            ]),
          ),
        )
      }),
    )
}
