import { readdirSync, readFileSync } from 'node:fs'
import { InputError } from '#kernel/errors.ts'

/** A whole message in other words. */
export interface Wording {
  readonly text: string
  /** Not read yet: it may be asked about or refused, and is never to be read as something else. */
  readonly open: boolean
}

/** What the last message of a thread comes to, and all the ways in which that message is said. */
export interface Spoken {
  readonly file: string
  /** The plain thread; its last message is the one that has other wordings. */
  readonly thread: readonly string[]
  readonly wordings: readonly Wording[]
  /** What else stands in the place of what: `{ Canada: 'Spain' }` is another thread of the same shape. */
  readonly others: readonly Readonly<Record<string, string>>[]
}

/**
 * The messages that lie beside this file. `= A => B` is a plain thread, below it stands a wording of B a line:
 * `say only the women`, `say? …` where it is not read yet. `also Canada/Spain women/men` makes the thread and all of its
 * wordings once more about others, a word in the place of a word; `_` is a space in it.
 * Lines that begin with `#` are for people. Throws InputError naming file and line where a line is none of these.
 */
export function loadMessages(named?: string): readonly Spoken[] {
  const folder = import.meta.dirname
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (named === undefined || name.startsWith(named)))
    .toSorted()
    .flatMap((name) => parse(name, readFileSync(`${folder}/${name}`, 'utf8')))
}

function parse(file: string, text: string): readonly Spoken[] {
  const all: (Spoken & { wordings: Wording[]; others: Record<string, string>[] })[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, sign = '', words = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const last = all.at(-1)
    if (sign === '=') {
      const thread = words.split(' => ')
      all.push({ file, thread, wordings: [{ text: thread.at(-1) ?? '', open: false }], others: [] })
    } else if (sign === 'also' && last !== undefined) last.others.push(exchanged(words))
    else if ((sign === 'say' || sign === 'say?') && last !== undefined)
      last.wordings.push({ text: words, open: sign.endsWith('?') })
    else
      throw new InputError(`${file}:${index + 1} is neither a thread nor a wording of one: ${line}`, {
        next: 'Begin it with =, also, say or say?.',
      })
  }
  return all
}

const exchanged = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(/\s+/).map((pair) => pair.replaceAll('_', ' ').split('/')))

/** A text of a thread in another one of the same shape. */
export function about(text: string, other: Readonly<Record<string, string>>): string {
  const words = Object.keys(other).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return text
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text.replaceAll(any, (word) => other[word] ?? word)
}
