import { importFormats } from '#domain/imports/formats/index.ts'
import { MusterError } from '#kernel/errors.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { scoreAnew } from '../score-anew.ts'
import { showImport } from '../show-import.ts'
import { showPlan } from '../show-plan.ts'

interface Options {
  readonly plan?: true
  readonly map: readonly string[]
  readonly ignore: readonly string[]
  readonly format?: string
  readonly currency?: string
  readonly timezone?: string
  readonly source?: string
  readonly rejects?: string
  readonly replaceDemo?: true
  readonly json?: true
}

/** The files can’t be read as they are. */
const FAILED = 1
const FORMATS = importFormats.map(({ name }) => name)

export const importCommand: RegisterCommand = (program, run) => {
  program
    .command('import')
    .description(
      'Import exports of Shopify, Klaviyo and HubSpot, order lines of any shop, or Muster’s own CSV files; gzipped or not, again or anew',
    )
    .argument('<paths...>', 'a folder, or files')
    .option('--plan', 'show how the files would be read, and import nothing')
    .option(
      '--map <Column=field>',
      'what a column is, where its name does not tell; again for others',
      collect,
      [],
    )
    .option('--ignore <column>', 'leave a column out; again for others', collect, [])
    .option('--format <name>', `one of ${FORMATS.join(', ')}; found out from the headers when left out`)
    .option('--currency <code>', 'the currency of the amounts (ISO 4217); settled with the first import')
    .option('--timezone <zone>', 'the company’s time zone, such as Europe/Berlin; settled likewise')
    .option(
      '--source <name>',
      'under which name the ids of these files are known, such as shopify-2 for a second shop',
    )
    .option('--rejects <file>', 'write every rejected row to a CSV file')
    .option('--replace-demo', 'clear the demo company first, in the same step')
    .option('--json', 'print the report, or the plan, as JSON')
    .action(
      run(
        async (ctx, paths: string[], { plan: planOnly, map, ignore, format, json, ...options }: Options) => {
          // With what it needs itself: every command loads this file.
          const { chooseFiles, planFiles } = await import('#domain/imports/plan/plan-files.ts')
          const app = await ctx.open()
          const { files, passedOver } = await chooseFiles(paths, { format, pairs: map, ignore })
          const { currency, timezone, source } = options
          if (passedOver.length > 0) ctx.terminal.note(`Not read: ${passedOver.join(', ')}.`)
          // A script that imports hears of what was done, and reads no plan.
          if (planOnly || !json) {
            const plan = await planFiles(app.services.reader, { files, currency, timezone, source })
            ctx.terminal.print(planOnly && json ? JSON.stringify(plan, null, 2) : `${showPlan(plan)}\n`)
            if (planOnly && !plan.ready) ctx.endWith(FAILED)
          }
          if (planOnly) return
          const input = { files, actor: terminalActor(), ...options }
          if (app.services.workspace().demo && !options.replaceDemo && ctx.terminal.interactive) {
            const answer = await ctx.terminal.ask(
              'This database holds the demo company. Replace it with your data? Its data is deleted. (yes/no) ',
            )
            if (/^y(es)?$/i.test(answer)) input.replaceDemo = true
          }
          const report = await app.writer.call('importPlanned', input, {
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
            ctx.terminal.note(
              `The segments are not recounted yet (${error.message}). Run \`muster refresh\`.`,
            )
          })
        },
      ),
    )
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value]
