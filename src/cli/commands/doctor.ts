import type { RegisterCommand } from '../command.ts'
import { examine } from '../examine.ts'
import { table } from '../table.ts'

export const doctor: RegisterCommand = (program, run) => {
  program
    .command('doctor')
    .description('Show every setting with its value in force, what data there is, and what is wrong')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, options: { json?: true }) => {
        const app = await ctx.open()
        const report = examine(app)
        if (options.json) ctx.terminal.print(JSON.stringify(report, null, 2))
        else {
          ctx.terminal.print(
            [
              table(
                ['Setting', 'Value', 'Meaning'],
                report.settings.map((s) => [s.name, s.value, s.meaning]),
              ),
              table(
                ['Data', 'Rows', 'Latest'],
                report.data.map((d) => [d.what, d.rows, d.latest ?? '–']),
              ),
              ...report.findings.map(
                ({ ok, text, next }) => `${ok ? '✓' : '✗'} ${text}${next === undefined ? '' : `\n  ${next}`}`,
              ),
            ].join('\n\n'),
          )
        }
        if (report.findings.some(({ ok }) => !ok)) ctx.endWith(1)
      }),
    )
}
