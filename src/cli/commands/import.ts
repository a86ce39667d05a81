import { InputError, MusterError } from '#kernel/errors.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { scoreAnew } from '../score-anew.ts'
import { showImport } from '../show-import.ts'

interface Options {
  readonly map: readonly string[]
  readonly format?: string
  readonly currency?: string
  readonly timezone?: string
  readonly source?: string
  readonly rejects?: string
  readonly replaceDemo?: true
  readonly json?: true
}

export const importCommand: RegisterCommand = (program, run) => {
  program
    .command('import')
    .description('Import a folder of CSV files, or files of order lines; gzipped or not, again or anew')
    .argument('<paths...>', 'a folder, or files')
    .option('--map <field=Column>', 'which column a field is in, where its name does not tell', collect, [])
    .option('--format <name>', 'generic or order-lines; found out from the files when left out')
    .option('--currency <code>', 'the currency of the amounts (ISO 4217); settled with the first import')
    .option('--timezone <zone>', 'the company’s time zone, such as Europe/Berlin; settled likewise')
    .option('--source <name>', 'under which name the ids of these files are known')
    .option('--rejects <file>', 'write every rejected row to a CSV file')
    .option('--replace-demo', 'clear the demo company first, in the same step')
    .option('--json', 'print the report as JSON')
    .action(
      run(async (ctx, paths: string[], { map, json, ...options }: Options) => {
        const app = await ctx.open()
        const input = { paths, map: columnsOf(map), actor: terminalActor(), ...options }
        if (app.services.workspace().demo && !options.replaceDemo && ctx.terminal.interactive) {
          const answer = await ctx.terminal.ask(
            'This database holds the demo company. Replace it with your data? Its data is deleted. (yes/no) ',
          )
          if (/^y(es)?$/i.test(answer)) input.replaceDemo = true
        }
        const report = await app.writer.call('importFiles', input, {
          signal: ctx.signal,
          onProgress: ({ what }) => ctx.terminal.progress(what),
        })
        ctx.terminal.progress('')
        ctx.terminal.print(json ? JSON.stringify(report, null, 2) : showImport(report))
        if (!report.changed) return
        await app.refreshIndicators({ cause: 'import', signal: ctx.signal })
        await scoreAnew(ctx, app)
        await app.refresh.all({ cause: 'import', signal: ctx.signal }).catch((error: unknown) => {
          if (!(error instanceof MusterError)) throw error
          ctx.terminal.note(`The segments are not recounted yet (${error.message}). Run \`muster refresh\`.`)
        })
      }),
    )
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value]

function columnsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at > 0 && at < pair.length - 1) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      throw new InputError(`--map ${pair} is not understood`, {
        next: 'Write it as field=Column, for example --map customer_id="Buyer no".',
      })
    }),
  )
}
