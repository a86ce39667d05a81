import { Option } from 'commander'
import { WRITE_KEYS, type WriteKey } from '#domain/arrivals/key-schema.ts'
import { listWriteKeys } from '#domain/arrivals/read-keys.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { keyCommands, printSecret } from '../key-commands.ts'

interface AddOptions {
  readonly takes: WriteKey['takes']
  readonly source: string
}

export const writeKeys: RegisterCommand = (program, run) => {
  keyCommands(program, run, {
    command: WRITE_KEYS.command,
    description:
      'List, make and revoke the keys by which programs send people, companies, customers and signals',
    plural: 'keys',
    list: ({ services }) => listWriteKeys(services.reader),
    columns: ['Takes', 'Source'],
    cells: ({ takes, source }) => [takes, source],
    revoking: 'End a key; what it sent stays',
    revoke: ({ writer }, keyId) => writer.call('revokeWriteKey', { keyId, actor: terminalActor() }),
  })
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
        printSecret(ctx, `The key ${keyId}, which takes ${takes}.`, key)
        if (app.services.workspace().demo) {
          ctx.terminal.note('It adds to the demo company, and ends with it when you import your own data.')
        }
      }),
    )
}
