import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '#kernel/errors.ts'
import type { RegisterCommand } from '../command.ts'

/** A program of its own: it measures this one from outside, so that nothing here knows of it. */
const EVALS = fileURLToPath(new URL('../../../evals/main.ts', import.meta.url))

export const evals: RegisterCommand = (program, run) => {
  program
    .command('evals')
    .description('Measure how well models understand requests, keep to the tools and stay safe, side by side')
    .argument(
      '[options...]',
      'such as --model openai/gpt-5 --model offline; `muster evals --help` lists them',
    )
    .allowUnknownOption()
    // Its options and its help are its own.
    .helpOption(false)
    .action(
      run(async (ctx, options: readonly string[]) => {
        if (!existsSync(EVALS)) {
          throw new ConfigError('The evals are not part of this installation', {
            next: 'Run them in a checkout of Muster.',
          })
        }
        const child = spawn(process.execPath, [EVALS, ...options], { stdio: 'inherit' })
        // Ctrl-C reaches it by itself; other signals are meant for it as well.
        const stop = () => void child.kill('SIGTERM')
        ctx.signal.addEventListener('abort', stop)
        const [code]: (number | null)[] = await once(child, 'exit')
        ctx.endWith(code ?? 1)
      }),
    )
}
