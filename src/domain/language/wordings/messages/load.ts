import { type Wording, wordingsIn } from '../load.ts'

/** A whole message in other words. */
export type MessageWording = Pick<Wording, 'text' | 'open'>

/** What the last message of a thread comes to, and all the ways in which that message is said. */
export interface Spoken {
  readonly file: string
  /** The plain thread; its last message is the one that has other wordings. */
  readonly thread: readonly string[]
  readonly wordings: readonly MessageWording[]
  /** What else stands in the place of what: `{ Canada: 'Spain' }` is another thread of the same shape. */
  readonly others: readonly Readonly<Record<string, string>>[]
}

/**
 * The messages that lie beside this file. `= A => B` is a plain thread, below it stands a wording of B a line:
 * `say only the women`, `say? …` where it is not read yet. `also Canada/Spain women/men` makes the thread and all of its
 * wordings once more about others, a word in the place of a word; `_` is a space in it.
 * Lines that begin with `#` are for people. Throws InputError naming file and line where a line is none of these.
 */
export const loadMessages = (named?: string): readonly Spoken[] =>
  wordingsIn(import.meta.dirname, ['say', 'also'], named).map(({ file, means, wordings }) => {
    const thread = means.split(' => ')
    return {
      file,
      thread,
      wordings: [
        { text: thread.at(-1) ?? '', open: false },
        ...wordings.filter(({ form }) => form === 'say'),
      ],
      others: wordings.filter(({ form }) => form === 'also').map(({ text }) => exchanged(text)),
    }
  })

const exchanged = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(/\s+/).map((pair) => pair.replaceAll('_', ' ').split('/')))

/** A text of a thread in another one of the same shape. */
export function about(text: string, other: Readonly<Record<string, string>>): string {
  const words = Object.keys(other).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return text
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text.replaceAll(any, (word) => other[word] ?? word)
}
