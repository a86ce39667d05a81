import { CHANNEL_NAMES } from '#domain/audiences/channels.ts'
import { countOfEntity } from '#domain/entities/entity.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const audiences: RegisterCommand = (program, run) => {
  program
    .command('audiences')
    .description('List the audiences with their channels and counts')
    .argument('[search]', 'part of a name')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, search: string | undefined, options: { json?: true }) => {
        const app = await ctx.open()
        const found = app.services.audiences.list(search === undefined ? {} : { search })
        if (options.json) {
          ctx.terminal.print(JSON.stringify(found, null, 2))
          return
        }
        if (found.length === 0) {
          ctx.terminal.note(
            search === undefined ? 'There are no audiences.' : `No audience’s name contains “${search}”.`,
          )
          return
        }
        ctx.terminal.print(
          table(
            ['Audience', 'Channel', 'Members', 'Counted', 'Id'],
            found.map(({ name, entity, channel, members, countedAt, id }) => [
              name,
              CHANNEL_NAMES[channel],
              countOfEntity(members, entity),
              countedAt,
              id,
            ]),
          ),
        )
      }),
    )
}
