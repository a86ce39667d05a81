import type { Command } from 'commander'
import type { Key } from '#domain/keys/schema.ts'
import type { App } from '#app'
import type { CommandContext, RunCommand } from './command.ts'
import { table } from './table.ts'

/** What a kind of key lists beside its name, when it was used and its id. */
interface KeyCommands<K extends Key> {
  readonly command: string
  readonly description: string
  /** What there are none of, and what is made: `keys`, `tokens`. */
  readonly plural: string
  list(app: App): readonly K[]
  readonly columns: readonly string[]
  cells(key: K): readonly string[]
  /** What else ends with it. */
  readonly revoking: string
  revoke(app: App, keyId: string): Promise<null>
}

/** `muster <command>` lists the keys of a kind, `revoke` ends one. What makes one is added to the group that this answers. */
export function keyCommands<K extends Key>(
  program: Command,
  run: RunCommand,
  { command, description, plural, list, columns, cells, revoking, revoke }: KeyCommands<K>,
): Command {
  const group = program
    .command(command)
    .description(description)
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const keys = list(await ctx.open())
        if (json) ctx.terminal.print(JSON.stringify(keys, null, 2))
        else if (keys.length === 0) {
          ctx.terminal.note(`There are no ${plural}. Make one: muster ${command} add --help`)
        } else {
          ctx.terminal.print(
            table(
              ['Name', ...columns, 'Last used', 'Id'],
              keys.map((key) => [key.name, ...shown(key, cells), key.usedAt ?? 'never', key.id]),
            ),
          )
        }
      }),
    )
  group
    .command('revoke')
    .description(revoking)
    .argument('<id>')
    .action(
      run(async (ctx, keyId: string) => {
        await revoke(await ctx.open(), keyId)
        ctx.terminal.note(`${keyId} is revoked.`)
      }),
    )
  return group
}

function shown<K extends Key>(key: K, cells: (key: K) => readonly string[]): readonly string[] {
  const [first = '', ...more] = cells(key)
  return [key.revokedAt === null ? first : 'revoked', ...more]
}

/** Prints a new secret, and nothing else, to stdout: this once. */
export function printSecret({ terminal }: CommandContext, about: string, key: string): void {
  terminal.note(`${about} It is a secret:`)
  terminal.print(key)
}
