import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { StdioClientTransport as NewTransport } from '@modelcontextprotocol/client/stdio'
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { PROGRAM_FILE } from '#cli/program-file.ts'
import { type ClientOptions, connect, type Era } from './client.fixture.ts'

type Environment = Readonly<Record<string, string>>

/** A real client with `muster mcp` as its child process, in a working directory that has nothing to do with it. */
export function spawnMcp(era: Era, env: Environment, options: ClientOptions = {}) {
  const Transport = era === 'modern' ? NewTransport : OldTransport
  const transport = new Transport({
    command: process.execPath,
    args: [PROGRAM_FILE, 'mcp'],
    env: { ...env },
    cwd: '/',
    stderr: 'ignore',
  })
  return connect(era, transport, options)
}

/** `muster mcp` spoken to line by line, as no library would. */
export function rawMcp(env: Environment) {
  const child = spawn(process.execPath, [PROGRAM_FILE, 'mcp'], { env: { ...process.env, ...env }, cwd: '/' })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    for (const wake of waiting) wake()
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    lines,
    errors: () => errors,
    send: (line: string) => void child.stdin.write(`${line}\n`),
    /** Waits until a line of stdout fits. */
    until: (fits: (line: string) => boolean) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const found = lines.find(fits)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        void exited.then((code) => reject(new Error(`It ended with ${code}: ${errors}`)))
        look()
      }),
    /** Hangs up, as a client that goes away. Answers the exit code. */
    leave() {
      child.stdin.end()
      return exited
    },
  }
}
