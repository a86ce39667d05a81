import { ENTITY_WORDS } from '#domain/entities/entity.ts'
import { destinationWords } from '#domain/routing/destination.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

export const routes: RegisterCommand = (program, run) => {
  program
    .command('routes')
    .description('List the routing rules, and what became of what they handed on')
    .argument('[rule]', 'name or id of one rule')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, rule: string | undefined, options: { json?: true }) => {
        const { routing, explanations } = (await ctx.open()).services
        const rules = rule === undefined ? routing.list() : [routing.get(rule)]
        const [only] = rules
        const deliveries = routing.deliveries(
          rule === undefined || only === undefined ? {} : { ruleId: only.id },
        )
        if (options.json) {
          ctx.terminal.print(JSON.stringify({ rules, deliveries }, null, 2))
          return
        }
        if (rules.length === 0) {
          ctx.terminal.note('There are no routing rules.')
          return
        }
        const lists = [
          table(
            ['Rule', 'Whom', 'To', 'Handed on', 'Id'],
            rules.map(({ id, name, entity, to, definition }) => [
              name,
              `${ENTITY_WORDS[entity].subject} ${explanations.words(definition.criteria)}`,
              destinationWords(to),
              Object.entries(routing.tally(id))
                .map(([state, n]) => `${n.toLocaleString('en-US')} ${state}`)
                .join(', '),
              id,
            ]),
          ),
          ...(deliveries.length === 0
            ? []
            : [
                table(
                  ['Delivery', 'Record', 'To', 'State', 'Attempts', 'Since'],
                  deliveries.map(({ id, record, to, state, attempts, reason, createdAt }) => [
                    id,
                    record ?? 'gone',
                    to,
                    reason === null ? state : `${state}: ${reason}`,
                    String(attempts),
                    createdAt,
                  ]),
                ),
              ]),
        ]
        ctx.terminal.print(lists.join('\n\n'))
      }),
    )
}
