import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Where a command prints and asks. Results go to stdout; progress, questions and errors to stderr. */
export interface Terminal {
  /** True when a person sits at both ends. */
  readonly interactive: boolean
  print(text: string): void
  note(text: string): void
  /** Overwrites the line on a terminal; prints nothing elsewhere. */
  progress(text: string): void
  ask(question: string): Promise<string>
  /** The same without showing what is typed. */
  askSecret(question: string): Promise<string>
}

export const processTerminal: Terminal = {
  interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  progress(text) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
  },
  ask: (question) => askOn(question, process.stderr),
  async askSecret(question) {
    process.stderr.write(question)
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
    try {
      return await askOn('', silent)
    } finally {
      process.stderr.write('\n')
    }
  },
}

async function askOn(question: string, output: Writable): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}
