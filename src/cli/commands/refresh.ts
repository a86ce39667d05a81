import { NotFoundError } from '#kernel/errors.ts'
import type { RegisterCommand } from '../command.ts'
import { scoreAnew } from '../score-anew.ts'
import { requireRecords } from '../require-records.ts'
import { table } from '../table.ts'

export const refresh: RegisterCommand = (program, run) => {
  program
    .command('refresh')
    .description('Recount segments and keep who came and who went; compute frozen indicators and scores anew')
    .argument('[segment]', 'id or name; all of them without one')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, segment: string | undefined, options: { json?: true }) => {
        const app = await ctx.open()
        requireRecords(app)
        const how = {
          cause: 'command',
          signal: ctx.signal,
          onProgress: (done: number, total: number) => ctx.terminal.progress(`${done} of ${total} segments`),
        }
        const stored = await app.refreshIndicators({ cause: 'command', signal: ctx.signal })
        for (const { name, values } of stored) {
          ctx.terminal.note(`Stored ${name} of ${values.toLocaleString('en-US')} customers`)
        }
        await scoreAnew(ctx, app)
        const done =
          segment === undefined
            ? await app.refresh.all(how)
            : [await app.refresh.one(app.services.segments.get(segment).id, how)]
        await app.refreshDrift.due({ signal: ctx.signal })
        ctx.terminal.progress('')
        if (done.length === 0) throw new NotFoundError('There are no segments', { next: 'Make one first.' })
        if (options.json) ctx.terminal.print(JSON.stringify(done, null, 2))
        else {
          ctx.terminal.print(
            table(
              ['Segment', 'Customers', 'Entered', 'Left'],
              done.map(({ name, members, entered, left }) => [name, members, entered, left]),
            ),
          )
          for (const { name, broken } of done) {
            for (const rule of broken) ctx.terminal.note(`${name} breaks a rule: ${rule}`)
          }
        }
      }),
    )
}
