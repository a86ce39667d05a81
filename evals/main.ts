import { processTerminal as terminal } from '#cli/terminal.ts'
import { evaluate } from './evaluate.ts'

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
process.once('SIGTERM', () => stopping.abort())

process.exitCode = await evaluate(process.argv.slice(2), {
  terminal,
  env: process.env,
  signal: stopping.signal,
})
