import type { Command } from 'commander'
import type { App } from '#app'
import type { Terminal } from './terminal.ts'

/** What a command is given to run with. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
  /** Opens the app; it is closed when the command ends. */
  open(): Promise<App>
  /** Once the command has ended by itself, its exit code is this instead of 0. */
  endWith(code: number): void
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** One `muster …` command: adds itself, with its options and help, to the program. */
export type RegisterCommand = (program: Command, run: RunCommand) => void

/** Wraps an action, so that errors and exit codes are the same everywhere. */
export type RunCommand = <A extends readonly unknown[]>(
  action: (ctx: CommandContext, ...args: A) => Promise<void>,
) => (...args: A) => Promise<void>
