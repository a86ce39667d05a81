import type { App } from '#app'
import { type HumanActor, provenHuman } from '#domain/proposals/human.ts'
import { hashPassphrase, verifyPassphrase } from '#domain/users/passphrase.ts'
import { listUsers, passphraseHash } from '#domain/users/read.ts'
import type { User } from '#domain/users/schema.ts'
import { ConfigError, InputError } from '#kernel/errors.ts'
import type { CommandContext } from './command.ts'

/** A human at this terminal who has just typed their passphrase. Throws for everybody else. */
export async function humanAtTerminal(ctx: CommandContext, app: App): Promise<HumanActor> {
  requireTerminal(ctx)
  const user = await approverAtTerminal(ctx, app)
  if (user.hasPassphrase) await verified(ctx, app, user)
  else {
    ctx.terminal.note('No passphrase is set yet. Choose one: it is asked for at every confirmation.')
    await changePassphrase(ctx, app, user)
  }
  return provenHuman(user, { surface: 'terminal', session: String(process.pid) })
}

export function requireTerminal(ctx: CommandContext): void {
  if (ctx.terminal.interactive) return
  throw new InputError('Only a human at a terminal can do this; nothing was changed', {
    next: 'Run the command in a terminal of your own, or confirm on the page.',
  })
}

/** The approver who sits here: the only one, or the one they name. The first is made on the spot. */
export async function approverAtTerminal(ctx: CommandContext, app: App): Promise<User> {
  const approvers = listUsers(app.services.reader).filter(({ role }) => role === 'approver')
  const [only, ...others] = approvers
  if (only === undefined) return firstApprover(ctx, app)
  if (others.length === 0) return only
  const name = await ctx.terminal.ask(`Who are you? (${approvers.map((user) => user.name).join(', ')}) `)
  const named = approvers.find((user) => user.name.toLowerCase() === name.toLowerCase())
  if (named !== undefined) return named
  throw new InputError(`There is no approver called “${name}”`, { next: 'Run the command again.' })
}

async function firstApprover(ctx: CommandContext, app: App): Promise<User> {
  const name = await ctx.terminal.ask('You are the first to confirm here. Your name, for the log: ')
  const actor = { userId: null, name, surface: 'terminal', session: String(process.pid) } as const
  const { userId } = await app.writer.call('addUser', { name, email: null, role: 'approver', actor })
  return { id: userId, name, email: null, role: 'approver', hasPassphrase: false }
}

export async function verified(ctx: CommandContext, app: App, user: User): Promise<void> {
  const stored = passphraseHash(app.services.reader, user.id)
  if (stored === null) throw new ConfigError('No passphrase is set', { next: 'Run `muster passphrase`.' })
  const typed = await ctx.terminal.askSecret(`Passphrase of ${user.name}: `)
  if (await verifyPassphrase(typed, stored)) return
  throw new InputError('The passphrase is wrong; nothing was changed', {
    next: 'Run the command again. `muster passphrase` changes it.',
  })
}

export async function changePassphrase(ctx: CommandContext, app: App, user: User): Promise<void> {
  const typed = await ctx.terminal.askSecret('New passphrase: ')
  const again = await ctx.terminal.askSecret('The same again: ')
  if (typed !== again)
    throw new InputError('The two differ; nothing was changed', { next: 'Run the command again.' })
  const actor = {
    userId: user.id,
    name: user.name,
    surface: 'terminal',
    session: String(process.pid),
  } as const
  await app.writer.call('setPassphrase', { userId: user.id, hash: await hashPassphrase(typed), actor })
}
