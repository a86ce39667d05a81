import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import type { App } from '#app'
import { LimitError, MusterError } from '#kernel/errors.ts'
import type { CommandContext, RunCommand } from './command.ts'
import { commands } from './commands/index.ts'

export const FAILED = 1
const MISUSED = 2
/** As shells count a program that Ctrl-C ended. */
const INTERRUPTED = 130

/** Runs `muster` with these arguments, and answers its exit code. What goes wrong is told on the terminal. */
export async function runProgram(
  args: readonly string[],
  around: Pick<CommandContext, 'terminal' | 'env' | 'signal'>,
): Promise<number> {
  const { terminal, env, signal } = around
  let exitCode = 0

  const run: RunCommand =
    (action) =>
    async (...given) => {
      let app: App | undefined
      const ctx: CommandContext = {
        ...around,
        // Read when a command needs it: help and the version do without, and say it at once.
        open: async () => (app ??= await (await import('#app')).openApp(env)),
        endWith(code) {
          exitCode = code
        },
      }
      try {
        await action(ctx, ...given)
      } catch (error) {
        report(error)
      } finally {
        await app?.close()
      }
    }

  function report(error: unknown): void {
    terminal.progress('')
    exitCode = signal.aborted && error instanceof LimitError ? INTERRUPTED : FAILED
    if (error instanceof MusterError) {
      terminal.note(`${error.message}\n${error.next}`)
      if (error.choices.length > 0) terminal.note(`Choices: ${error.choices.join(', ')}`)
      return
    }
    const bug = error instanceof Error ? error : new Error(String(error))
    terminal.note(`Something went wrong inside Muster: ${bug.message}`)
    terminal.note(env['MUSTER_DEBUG'] ? (bug.stack ?? '') : 'Set MUSTER_DEBUG=1 to see where.')
  }

  const program = new Command('muster')
    .description(
      'Build customer segments by talking. Nothing changes until a human confirms what was counted.',
    )
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.replace(/\n$/, '')),
      writeErr: (text) => terminal.note(text.replace(/\n$/, '')),
    })
  for (const register of commands) register(program, run)

  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    // Commander has printed its message already; --help and --version end here too, with code 0.
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : MISUSED
  }
  return exitCode
}
