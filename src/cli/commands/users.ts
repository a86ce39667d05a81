import { Option } from 'commander'
import { listUsers } from '#domain/users/read.ts'
import type { User } from '#domain/users/schema.ts'
import { ConflictError } from '#kernel/errors.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { namedUser } from '../named-user.ts'
import { table } from '../table.ts'

export const users: RegisterCommand = (program, run) => {
  const group = program
    .command('users')
    .description('List who can sign in; add people, give them an e-mail, make them a sign-in link')
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const all = listUsers((await ctx.open()).services.reader)
        if (json) ctx.terminal.print(JSON.stringify(all, null, 2))
        else if (all.length === 0) ctx.terminal.note('Nobody yet: the first to sign in becomes the approver.')
        else {
          ctx.terminal.print(
            table(
              ['Name', 'Role', 'E-mail', 'Id'],
              all.map(({ name, role, email, id }) => [name, role, email ?? '–', id]),
            ),
          )
        }
      }),
    )

  group
    .command('add')
    .description('Add somebody, and make them a sign-in link')
    .argument('<email>', 'by which servers of other pages name them')
    .requiredOption('--name <name>', 'the name that the log shows')
    .addOption(
      new Option('--role <role>', 'viewers look, editors draft, approvers confirm')
        .choices(['viewer', 'editor', 'approver'])
        .default('viewer'),
    )
    .action(
      run(async (ctx, email: string, { name, role }: { name: string; role: User['role'] }) => {
        const app = await ctx.open()
        if (role !== 'approver' && !listUsers(app.services.reader).some((user) => user.role === 'approver')) {
          throw new ConflictError('There is no approver yet, who comes first', {
            next: 'Sign in with the link of `muster start`, or add one with --role approver.',
          })
        }
        const { userId } = await app.writer.call('addUser', { name, email, role, actor: terminalActor() })
        ctx.terminal.note(
          `${name.trim()} is ${role === 'viewer' ? 'a' : 'an'} ${role} from now on. They sign in by`,
        )
        ctx.terminal.print(await app.signInLinks.linkOf(userId, app.settings))
        ctx.terminal.note('which works once, for 15 minutes. A new one: `muster users link`.')
      }),
    )

  group
    .command('email')
    .description('Give somebody an e-mail, or another one')
    .argument('<who>', 'their name, e-mail or id')
    .argument('<email>')
    .action(
      run(async (ctx, who: string, email: string) => {
        const app = await ctx.open()
        const { id, name } = namedUser(app, who)
        await app.writer.call('setEmail', { userId: id, email, actor: terminalActor() })
        ctx.terminal.note(`${name} is ${email.trim()} from now on.`)
      }),
    )

  group
    .command('link')
    .description('Make a sign-in link for somebody: it works once, for 15 minutes')
    .argument('<who>', 'their name, e-mail or id')
    .action(
      run(async (ctx, who: string) => {
        const app = await ctx.open()
        ctx.terminal.print(await app.signInLinks.linkOf(namedUser(app, who).id, app.settings))
      }),
    )
}
