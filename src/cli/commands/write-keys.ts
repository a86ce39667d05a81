import { Option } from 'commander'
import type { WriteKey } from '#domain/arrivals/key-schema.ts'
import { listWriteKeys } from '#domain/arrivals/read-keys.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

interface AddOptions {
  readonly takes: WriteKey['takes']
  readonly source: string
}

export const writeKeys: RegisterCommand = (program, run) => {
  const group = program
    .command('write-keys')
    .description(
      'List, make and revoke the keys by which programs send people, companies, customers and signals',
    )
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const keys = listWriteKeys((await ctx.open()).services.reader)
        if (json) ctx.terminal.print(JSON.stringify(keys, null, 2))
        else if (keys.length === 0)
          ctx.terminal.note('There are no keys. Make one: muster write-keys add --help')
        else {
          ctx.terminal.print(
            table(
              ['Key', 'Takes', 'Source', 'Last used', 'Id'],
              keys.map(({ name, takes, source, usedAt, revokedAt, id }) => [
                name,
                revokedAt === null ? takes : 'revoked',
                source,
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
    .description(
      'Make a key for POST /v1/{identify,track,page,screen,group,alias,batch}, and print it: this once',
    )
    .argument('<name>', 'the program that it is for')
    .addOption(
      new Option(
        '--takes <whom>',
        'whom it tells of: people at companies (and signals about them), or customers of the shop (and their orders and events)',
      )
        .choices(['people', 'customers'])
        .makeOptionMandatory(),
    )
    .option('--source <name>', 'under which name its ids of customers and events are known', 'default')
    .action(
      run(async (ctx, name: string, { takes, source }: AddOptions) => {
        const app = await ctx.open()
        const { keyId, key } = await app.writer.call('createWriteKey', {
          name,
          takes,
          source,
          actor: terminalActor(),
        })
        ctx.terminal.note(`The key ${keyId}, which takes ${takes}. It is a secret:`)
        ctx.terminal.print(key)
        if (app.services.workspace().demo) {
          ctx.terminal.note('It adds to the demo company, and ends with it when you import your own data.')
        }
      }),
    )

  group
    .command('revoke')
    .description('End a key; what it sent stays')
    .argument('<id>')
    .action(
      run(async (ctx, keyId: string) => {
        const app = await ctx.open()
        await app.writer.call('revokeWriteKey', { keyId, actor: terminalActor() })
        ctx.terminal.note(`The key ${keyId} is revoked.`)
      }),
    )
}
