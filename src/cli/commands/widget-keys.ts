import { Option } from 'commander'
import { listWidgetKeys } from '#domain/widgets/read.ts'
import { WIDGET_KEYS, type WidgetKey } from '#domain/widgets/schema.ts'
import { webOrigin } from '#kernel/web-origin.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { keyCommands, printSecret } from '../key-commands.ts'

interface AddOptions {
  readonly origin: readonly string[]
  readonly role: WidgetKey['role']
}

export const widgetKeys: RegisterCommand = (program, run) => {
  keyCommands(program, run, {
    command: WIDGET_KEYS.command,
    description: 'List, make and revoke the keys by which other pages may show <muster-chat>',
    plural: 'keys',
    list: ({ services }) => listWidgetKeys(services.reader),
    columns: ['Role', 'Pages of'],
    cells: ({ role, origins }) => [role, origins.join(' ')],
    revoking: 'End a key, and every token that it made',
    revoke: ({ writer }, keyId) => writer.call('revokeWidgetKey', { keyId, actor: terminalActor() }),
  })
    .command('add')
    .description('Make a key for the server of a page, and print it: this once, since only its hash is kept')
    .argument('<name>', 'what it is for')
    .requiredOption('--origin <origin...>', 'whose pages: https://shop.example')
    .addOption(
      new Option('--role <role>', 'the most that people may do there: viewers look, editors draft')
        .choices(['viewer', 'editor'])
        .default('editor'),
    )
    .action(
      run(async (ctx, name: string, { origin, role }: AddOptions) => {
        const origins = origin.map(webOrigin)
        const app = await ctx.open()
        const { keyId, key } = await app.writer.call('createWidgetKey', {
          name,
          role,
          origins,
          actor: terminalActor(),
        })
        printSecret(ctx, `The key ${keyId}, for the server of ${origins.join(' and ')}.`, key)
        const missing = origins.filter((each) => !app.settings.MUSTER_WIDGET_ORIGINS.includes(each))
        if (missing.length > 0) {
          ctx.terminal.note(
            `Start Muster with MUSTER_WIDGET_ORIGINS=${missing.join(',')} for it to be of use.`,
          )
        }
      }),
    )
}
