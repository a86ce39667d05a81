import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { LimitError } from '#kernel/errors.ts'

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
  print: (text) => void process.stdout.write(`${process.stdout.isTTY ? inert(text) : text}\n`),
  note: (text) => void process.stderr.write(`${inert(text)}\n`),
  progress(text) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${inert(text)}`)
  },
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true })
    return answerTo(lines, question)
  },
  async askSecret(question) {
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
    // Opened before the question is shown: from then on the terminal itself echoes nothing.
    const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
    process.stderr.write(question)
    const answer = await answerTo(lines, '')
    process.stderr.write('\n')
    return answer
  },
}

/** The answer, or a LimitError for Ctrl-C, which readline would otherwise keep to itself. */
async function answerTo(lines: Interface, question: string): Promise<string> {
  const left = new Promise<never>((_, reject) => {
    const stop = () =>
      reject(new LimitError('Stopped; nothing was changed', { next: 'Start again when you like.' }))
    lines.once('SIGINT', stop)
    lines.once('close', stop)
  })
  try {
    // Ctrl-D aborts the question itself: the same to whoever pressed it.
    const answer = lines.question(question).catch(() => left)
    return (await Promise.race([answer, left])).trim()
  } finally {
    lines.close()
    // Closing settles the other promise too; by now nobody waits for it.
    left.catch(() => {})
  }
}

/** Control characters in a customer's name could move the cursor or rewrite the screen. */
const inert = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === '\n' || char === '\t' ? char : '�',
  )
