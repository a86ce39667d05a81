import { Writable } from 'node:stream'

/**
 * Over stdio, stdout is the protocol: one stray line breaks the client. Answers the only stream that still
 * reaches stdout; whatever else is printed goes to stderr from now on.
 */
export function reserveStdout(): Writable {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  stdout.write = stderr.write.bind(stderr)
  // A client that is gone is told to the writer of each chunk; unheard, the event would end the process.
  stdout.on('error', () => {})
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _encoding, done) => void write(chunk, done),
  })
}
