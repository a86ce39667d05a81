import { Option } from 'commander'
import { listWidgetKeys } from '#domain/widgets/read.ts'
import type { WidgetKey } from '#domain/widgets/schema.ts'
import { webOrigin } from '#kernel/web-origin.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

interface AddOptions {
  readonly origin: readonly string[]
  readonly role: WidgetKey['role']
}

export const widgetKeys: RegisterCommand = (program, run) => {
  const group = program
    .command('widget-keys')
    .description('List, make and revoke the keys by which other pages may show <muster-chat>')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const keys = listWidgetKeys((await ctx.open()).services.reader)
        if (json) ctx.terminal.print(JSON.stringify(keys, null, 2))
        else if (keys.length === 0)
          ctx.terminal.note('There are no keys. Make one: muster widget-keys add --help')
        else {
          ctx.terminal.print(
            table(
              ['Key', 'Role', 'Pages of', 'Last used', 'Id'],
              keys.map(({ name, role, origins, usedAt, revokedAt, id }) => [
                name,
                revokedAt === null ? role : 'revoked',
                origins.join(' '),
                usedAt ?? 'never',
                id,
              ]),
            ),
          )
        }
      }),
    )

  group
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
        ctx.terminal.note(`The key ${keyId}, for the server of ${origins.join(' and ')}. It is a secret:`)
        ctx.terminal.print(key)
        const missing = origins.filter((each) => !app.settings.MUSTER_WIDGET_ORIGINS.includes(each))
        if (missing.length > 0) {
          ctx.terminal.note(
            `Start Muster with MUSTER_WIDGET_ORIGINS=${missing.join(',')} for it to be of use.`,
          )
        }
      }),
    )

  group
    .command('revoke')
    .description('End a key, and every token that it made')
    .argument('<id>')
    .action(
      run(async (ctx, keyId: string) => {
        const app = await ctx.open()
        await app.writer.call('revokeWidgetKey', { keyId, actor: terminalActor() })
        ctx.terminal.note(`The key ${keyId} is revoked.`)
      }),
    )
}
