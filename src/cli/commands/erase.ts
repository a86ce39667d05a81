import { statSync } from 'node:fs'
import type { Erased } from '#domain/privacy/erase.ts'
import { findSubject } from '#domain/privacy/find-subject.ts'
import { hasRemnants } from '#domain/privacy/write-anew.ts'
import { wouldGo } from '#domain/privacy/subject.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import type { App } from '#app'
import { terminalActor } from '../actor.ts'
import type { CommandContext, RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

interface Options {
  readonly source?: string
  readonly lift?: true
  readonly remnants?: true
  readonly why: string
  readonly yes?: true
  readonly json?: true
}

const PROMISE = `
Everything that is kept of them goes, with every other record that has the same e-mail address: data, places in
segments, lists, audiences and exports, scores, answers, and what conversations and proposals say of them. The files of
exports that hold them are removed; files of rejected rows (\`import --rejects\`) and copies elsewhere are yours to
delete. What was counted stays as it was counted. The log keeps internal ids, who did it, when and why. What arrives
later for the same ids stays out until it is lifted. It can’t be undone.`

export const erase: RegisterCommand = (program, run) => {
  program
    .command('erase')
    .description('Erase a person: shows what will go, and asks to type the id again')
    .argument('[customer]', 'an id of any source, an e-mail address or a phone number')
    .option('--source <name>', 'erase a whole shop instead: all customers whom this source alone knows')
    .option('--lift', 'let data of a source’s id (shopify:7012345) in again; what was erased stays gone')
    .option(
      '--remnants',
      'only write the database anew, where it may hold parts of what was deleted long ago',
    )
    .option('--why <reason>', 'for the log', 'requested by the person')
    .option('--yes', 'ask nothing: for scripts')
    .option('--json', 'print JSON')
    .addHelpText('after', PROMISE)
    .action(
      run(async (ctx, customer: string | undefined, options: Options) => {
        if (options.remnants && customer === undefined && options.source === undefined) {
          await writeAnew(ctx, await ctx.open())
          return
        }
        if ((customer === undefined) === (options.source === undefined)) {
          throw new InputError('Name one customer, or --source with the name of a source', {
            next: 'For example: muster erase ana@example.com',
          })
        }
        const app = await ctx.open()
        if (customer !== undefined && options.lift) {
          await liftFor(ctx, app, customer)
          return
        }
        if (customer === undefined) await eraseShop(ctx, app, options.source ?? '', options)
        else await erasePerson(ctx, app, customer, options)
        // Of whom was erased now, copies of before may be there.
        if (hasRemnants(app.services.reader)) await writeAnew(ctx, app)
      }),
    )
}

async function erasePerson(ctx: CommandContext, app: App, customer: string, options: Options): Promise<void> {
  const { reader } = app.services
  const leaving = findSubject(reader, customer)
  const going = wouldGo(reader, leaving)
  ctx.terminal.note(
    `${countOf(going.customers, 'customer record')} and ${countOf(going.people, 'record')} of people at companies:`,
  )
  ctx.terminal.note(
    table(
      ['What goes', 'Rows'],
      going.rows.map(({ what, rows }) => [what, rows]),
    ),
  )
  await typedAgain(ctx, customer, options)
  const erased = await app.writer.call('eraseSubject', {
    ids: leaving.outside,
    customers: leaving.customers,
    people: leaving.people,
    ...around(app, options),
  })
  tell(ctx, erased, options)
}

async function eraseShop(ctx: CommandContext, app: App, source: string, options: Options): Promise<void> {
  ctx.terminal.note(`All customers whom only “${source}” knows go, and what it said of the others.`)
  await typedAgain(ctx, source, options)
  tell(ctx, await app.writer.call('eraseSource', { source, ...around(app, options) }), options)
}

const around = (app: App, { why }: Options) => ({
  why,
  actor: terminalActor(),
  databasePath: app.databasePath,
})

async function liftFor(ctx: CommandContext, app: App, customer: string): Promise<void> {
  const at = customer.indexOf(':')
  const source = at < 0 ? 'default' : customer.slice(0, at)
  const id = customer.slice(at + 1)
  const { lifted } = await app.writer.call('liftErasure', {
    ids: [
      { takes: 'customers', source, id },
      { takes: 'people', source: '', id: customer },
    ],
    actor: terminalActor(),
  })
  ctx.terminal.print(`${countOf(lifted, 'id')} may come in again. What was erased stays gone.`)
}

/** Once in the life of a database: then nothing that was deleted is in its file. */
async function writeAnew(ctx: CommandContext, app: App): Promise<void> {
  const size = (bytes: number) => `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: 0 })} MB`
  const { size: bytes } = statSync(app.databasePath)
  ctx.terminal.note(
    `The database (${size(bytes)}) was in use before deletions were overwritten in its file, so it is written anew, this once. Nothing else is written meanwhile; a gigabyte takes half a minute or so.`,
  )
  ctx.terminal.progress('Writing the database anew')
  const { before, after } = await app.writer.call('writeAnew', null)
  ctx.terminal.progress('')
  ctx.terminal.note(
    `Written anew: ${size(before)} before, ${size(after)} now. Nothing that was deleted is in the file any more; copies and backups of it are yours to delete.`,
  )
}

/** Throws InputError for whatever is not the id once more. */
async function typedAgain(ctx: CommandContext, wanted: string, { yes }: Options): Promise<void> {
  if (yes) return
  if (!ctx.terminal.interactive) {
    throw new InputError('Nobody is here to type the id again; nothing was changed', {
      next: 'Run the command in a terminal of your own, or with --yes in a script.',
    })
  }
  const typed = await ctx.terminal.ask(`This can’t be undone. Type ${wanted} to erase: `)
  if (typed === wanted) return
  throw new ConflictError('That is something else; nothing was changed', { next: 'Run the command again.' })
}

function tell(ctx: CommandContext, erased: Erased, { json }: Options): void {
  if (json) {
    ctx.terminal.print(JSON.stringify(erased, null, 2))
    return
  }
  const { customers, people, rows, exports } = erased
  ctx.terminal.print(
    `Erased: ${countOf(customers, 'customer record')}, ${countOf(people, 'record')} of people at companies.`,
  )
  ctx.terminal.print(
    table(
      ['What', 'Rows'],
      rows.map(({ what, rows: count }) => [what, count]),
    ),
  )
  if (exports.length > 0)
    ctx.terminal.print(`Files removed of ${exports.join(', ')}: export again where they are needed.`)
}
