import { Option } from 'commander'
import { listAccessTokens } from '#domain/tokens/read.ts'
import { ACCESS_TOKENS, type AccessToken } from '#domain/tokens/schema.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { keyCommands, printSecret } from '../key-commands.ts'
import { namedUser } from '../named-user.ts'

interface AddOptions {
  readonly name: string
  readonly role: AccessToken['role']
  readonly days: string
}

export const token: RegisterCommand = (program, run) => {
  keyCommands(program, run, {
    command: ACCESS_TOKENS.command,
    description: 'List, make and revoke the tokens by which MCP clients speak for a user over HTTP',
    plural: 'tokens',
    list: ({ services }) => listAccessTokens(services.reader),
    columns: ['Role', 'User', 'Until'],
    cells: ({ role, user, expiresAt }) => [role, user.name, expiresAt],
    revoking: 'End a token, and the sessions that it opened; what was drafted with it stays',
    revoke: ({ writer }, keyId) => writer.call('revokeAccessToken', { keyId, actor: terminalActor() }),
  })
    .command('add')
    .description('Make a token for a client of /mcp, and print it: this once, since only its hash is kept')
    .argument('<who>', 'the user that it speaks for: their name, e-mail or id')
    .requiredOption('--name <name>', 'the client that it is for')
    .addOption(
      new Option('--role <role>', 'the most that it may do: viewers look, editors draft; no token confirms')
        .choices(['viewer', 'editor'])
        .makeOptionMandatory(),
    )
    .option('--days <n>', 'how long it lasts', '90')
    .action(
      run(async (ctx, who: string, { name, role, days }: AddOptions) => {
        const app = await ctx.open()
        const user = namedUser(app, who)
        const { keyId, key } = await app.writer.call('createAccessToken', {
          name,
          role,
          userId: user.id,
          days: Number(days),
          actor: terminalActor(),
        })
        printSecret(
          ctx,
          `The token ${keyId}, which speaks for ${user.name} as ${role} for ${days} days.`,
          key,
        )
      }),
    )
}
