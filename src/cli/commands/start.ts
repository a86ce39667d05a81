import { awaitsData, hasRecords } from '#domain/insights/data-summary.ts'
import type { RegisterCommand } from '../command.ts'

export const start: RegisterCommand = (program, run) => {
  program
    .command('start', { isDefault: true })
    .description('Serve the web app; an empty database gets the demo company')
    .option('--empty', 'leave an empty database empty')
    .action(
      run(async (ctx, options: { empty?: true }) => {
        const app = await ctx.open()
        const { reader } = app.services
        // What comes by a key is somebody’s own: the demo company never mixes with it.
        if (!options.empty && !hasRecords(reader) && !awaitsData(reader)) {
          ctx.terminal.note('Loading the demo company…')
          await app.writer.call(
            'loadDemo',
            {},
            { signal: ctx.signal, onProgress: ({ what }) => ctx.terminal.progress(what) },
          )
          ctx.terminal.progress('')
        }
        // What was confirmed and not written before the last stop.
        app.exportJobs.wake()
        const server = await app.serve()
        const { name, demo } = app.services.workspace()
        ctx.terminal.note(
          [
            '',
            `  Muster is ready: ${name}${demo ? ' (demo data)' : ''}`,
            '',
            `  Sign in:  ${server.signInLink}`,
            '            (works once, for 15 minutes; this command prints a new one each time)',
            '',
            `  Later:    ${server.url}`,
            '  Stop with Ctrl-C.',
            '',
          ].join('\n'),
        )
        try {
          await stopped(ctx.signal)
        } finally {
          await server.close()
        }
      }),
    )
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
