import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import type { App } from '#app'
import { LimitError, MusterError } from '#kernel/errors.ts'
import type { CommandContext, RunCommand } from './command.ts'
import { commands } from './commands/index.ts'
import { processTerminal as terminal } from './terminal.ts'

const FAILED = 1
const MISUSED = 2
/** As shells count a program that Ctrl-C ended. */
const INTERRUPTED = 130

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
process.once('SIGTERM', () => stopping.abort())
// Whoever read the results has left, or there is no room for them: nobody waits for the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    terminal.note(`The results can’t be written: ${error.message}`)
    process.exitCode = FAILED
  }
  stopping.abort()
})
process.stderr.on('error', () => {})

const run: RunCommand =
  (action) =>
  async (...args) => {
    let app: App | undefined
    const ctx: CommandContext = {
      terminal,
      env: process.env,
      signal: stopping.signal,
      open: async () => (app ??= await openAppHere()),
    }
    try {
      await action(ctx, ...args)
    } catch (error) {
      report(error)
    } finally {
      await app?.close()
    }
  }

/** Read when a command needs it: help and the version do without, and say it at once. */
const openAppHere = async (): Promise<App> => (await import('#app')).openApp(process.env)

function report(error: unknown): void {
  terminal.progress('')
  process.exitCode = stopping.signal.aborted && error instanceof LimitError ? INTERRUPTED : FAILED
  if (error instanceof MusterError) {
    terminal.note(`${error.message}\n${error.next}`)
    if (error.choices.length > 0) terminal.note(`Choices: ${error.choices.join(', ')}`)
    return
  }
  const bug = error instanceof Error ? error : new Error(String(error))
  terminal.note(`Something went wrong inside Muster: ${bug.message}`)
  terminal.note(process.env['MUSTER_DEBUG'] ? (bug.stack ?? '') : 'Set MUSTER_DEBUG=1 to see where.')
}

const program = new Command('muster')
  .description('Build customer segments by talking. Nothing changes until a human confirms what was counted.')
  .version(packageJson.version)
  .exitOverride()
for (const register of commands) register(program, run)

try {
  await program.parseAsync()
} catch (error) {
  // Commander has printed its message already; --help and --version end here too, with code 0.
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : MISUSED
}
