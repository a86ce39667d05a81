import type { HealthReport } from '#domain/health/shown.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const health: RegisterCommand = (program, run) => {
  program
    .command('health')
    .description('How good the data is: what is missing, doubled, overdue or impossible, and what to do')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const { services } = await ctx.open()
        const report = await services.health.report({
          signal: ctx.signal,
          onProgress: (done) => ctx.terminal.progress(`Looking at the data: ${Math.round(100 * done)} %`),
        })
        ctx.terminal.progress('')
        ctx.terminal.print(json ? JSON.stringify(report, null, 2) : told(report))
      }),
    )
}

function told({ score, explained, findings, notLookedAt, customers, asOf, seconds }: HealthReport): string {
  return [
    `Data health: ${score === null ? 'nothing to judge' : `${score} of 100`}`,
    explained,
    '',
    table(
      ['Finding', 'Points lost', 'What was seen'],
      findings.map(({ title, lost, weight, says }) => [title, `−${lost} of ${weight}`, says]),
    ),
    '',
    ...findings.flatMap(({ lost, title, costs, next, examples }) =>
      lost === 0
        ? []
        : [
            `${title}: ${costs}`,
            `  To do: ${next.words}`,
            ...examples.slice(0, 3).map((example) => `  For example: ${example}`),
          ],
    ),
    ...(notLookedAt.length === 0 ? [] : [`Nothing to look at: ${notLookedAt.join(', ')}.`]),
    `${customers.toLocaleString('en-US')} customers, as of ${asOf}, in ${seconds} seconds.`,
  ].join('\n')
}
