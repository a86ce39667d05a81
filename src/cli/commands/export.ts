import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { confirmHere, exportOf, showExport } from '../confirm-here.ts'
import { requireRecords } from '../require-records.ts'
import { showProposal } from '../show-proposal.ts'

interface Options {
  readonly format: string
  readonly less?: readonly string[]
  readonly restDays?: string
  readonly sha256?: true
  readonly contact?: true
  readonly columns?: readonly string[]
  readonly keepFormulas?: true
  readonly json?: true
}

export const exportCommand: RegisterCommand = (program, run) => {
  program
    .command('export')
    .description('Export customers to a file: shows who would be in it, and asks for your passphrase')
    .argument('<name>', 'an audience or segment, by id or name')
    .option('--format <format>', 'standard_csv, google_ads, meta or klaviyo', 'standard_csv')
    .option('--less <segment...>', 'whom to suppress when a segment goes to a channel')
    .option('--rest-days <days>', 'suppress too whoever was exported there in the last so many days')
    .option('--sha256', 'hashed values, for google_ads and meta')
    .option('--contact', 'with e-mail, phone and names')
    .option('--columns <names>', 'these columns alone: country,orders,spent', (names) =>
      names.split(',').map((name) => name.trim()),
    )
    .option('--keep-formulas', 'leave cells like =A1 as they are; for machines, not for spreadsheets')
    .option('--json', 'print the proposal and the export as JSON')
    .action(
      run(async (ctx, name: string, { json, ...options }: Options) => {
        const app = await ctx.open()
        requireRecords(app)
        const { exportAudience } = await import('#tools/catalog/export-audience.ts')
        const { details } = await exportAudience.call(
          {
            audience_id: name,
            format: options.format,
            ...(options.less && { less: options.less }),
            ...(options.restDays && { rest_days: Number(options.restDays) }),
            ...(options.sha256 && { sha256: true }),
            ...(options.contact && { contact_columns: true }),
            ...(options.columns && { columns: options.columns }),
            ...(options.keepFormulas && { keep_formulas: true }),
          },
          { ...app.services, actor: terminalActor(), signal: ctx.signal },
        )
        const { proposal } = exportAudience.output.parse(details)
        if (!ctx.terminal.interactive) {
          ctx.terminal.print(json ? JSON.stringify({ proposal }, null, 2) : showProposal(proposal))
          ctx.terminal.note(`Nothing is exported yet. Confirm with: muster confirm ${proposal.id}`)
          return
        }
        const confirmed = await confirmHere(ctx, app, proposal)
        const written = await exportOf(ctx, app, confirmed)
        if (json) ctx.terminal.print(JSON.stringify({ proposal: confirmed, export: written }, null, 2))
        else if (written !== undefined) ctx.terminal.print(showExport(written, app.databasePath))
      }),
    )
}
