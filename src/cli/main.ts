import { FAILED, runProgram } from './program.ts'
import { processTerminal as terminal } from './terminal.ts'

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

const code = await runProgram(process.argv.slice(2), { terminal, env: process.env, signal: stopping.signal })
if (code !== 0) process.exitCode = code
