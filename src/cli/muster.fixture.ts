import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { CommandContext } from './command.ts'
import { PROGRAM_FILE } from './program-file.ts'
import { runProgram } from './program.ts'

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What somebody at a terminal answers to a question that holds the first text. */
export type Answer = readonly [question: string, answer: string]

/** A home for a test's database, and `muster` commands that use it. */
export function musterHome() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-'))
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
    PORT: '0',
    MUSTER_MODEL: 'offline',
    MUSTER_READERS: '1',
  }
  const running = new Set<ChildProcessByStdio<null, Readable, Readable>>()

  const spawnMuster = (args: readonly string[], more: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [PROGRAM_FILE, ...args], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }

  return {
    folder,
    env,
    command: [process.execPath, PROGRAM_FILE] as const,
    /** Runs a command to its end within this process, as starting one takes seconds. */
    run: (args: readonly string[], more?: Record<string, string>): Promise<Finished> =>
      runHere(args, { ...env, ...more }),
    /** The same for somebody who sits at a terminal and answers what they are asked, in turn. */
    answer: (args: readonly string[], answers: readonly Answer[]): Promise<Finished> =>
      runHere(args, env, answers),
    /** Runs a command to its end, as a process. */
    spawn: (args: readonly string[], more?: Record<string, string>): Promise<Finished> =>
      finished(spawnMuster(args, more)),
    /** Runs a command until it has said something, and ends it there by one signal: a second one kills at once. */
    interrupt: (
      args: readonly string[],
      { said, signal, more }: { said: string; signal: NodeJS.Signals; more?: Record<string, string> },
    ): Promise<Finished> => {
      const child = spawnMuster(args, more)
      let heard = ''
      child.stderr.on('data', function interruptOnce(chunk: Buffer) {
        heard += chunk.toString()
        if (!heard.includes(said)) return
        child.stderr.off('data', interruptOnce)
        child.kill(signal)
      })
      return finished(child)
    },
    /** Starts the server; answers once it has printed its sign-in link. */
    start: (args: readonly string[] = [], more?: Record<string, string>) =>
      new Promise<{ link: string; origin: string; stop(): Promise<void> }>((resolve, reject) => {
        const child = spawnMuster(['start', ...args], more)
        let said = ''
        child.stderr.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          const link = /Sign in:\s+(\S+)/.exec(said)?.[1]
          if (link === undefined) return
          const stop = () =>
            new Promise<void>((stopped) => {
              child.once('exit', () => stopped())
              child.kill('SIGTERM')
            })
          resolve({ link, origin: new URL(link).origin, stop })
        })
        child.once('error', reject)
        child.once('exit', (code) => reject(new Error(`muster start ended with ${code}: ${said}`)))
      }),
    /** Kills what still runs and removes the folder. */
    clean() {
      for (const child of running) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function runHere(
  args: readonly string[],
  env: CommandContext['env'],
  answers?: readonly Answer[],
): Promise<Finished> {
  let out = ''
  let err = ''
  const left = [...(answers ?? [])]
  async function answerTo(question: string): Promise<string> {
    const [prompt, answer] = left.shift() ?? []
    if (prompt === undefined || answer === undefined || !question.includes(prompt))
      throw new Error(`Nobody is there to answer “${question}”`)
    return answer
  }
  const code = await runProgram(args, {
    env,
    signal: new AbortController().signal,
    terminal: {
      interactive: answers !== undefined,
      print: (text) => void (out += `${text}\n`),
      note: (text) => void (err += `${text}\n`),
      progress() {},
      ask: answerTo,
      askSecret: answerTo,
    },
  })
  return { code, out, err }
}

const finished = (child: ChildProcessByStdio<null, Readable, Readable>): Promise<Finished> =>
  new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
