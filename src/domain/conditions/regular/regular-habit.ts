import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Parser, said, wordAt } from '../../language/grammar/reading.ts'
import { adverbAt, rhythmAt } from './regular-rhythm.ts'

/** Times to choose from where none was said. */
export const choicesOf = (what: string, every: string) =>
  [3, 6, 12].map(
    (n) => [`in each of the last ${n} ${every}s`, `${what} in each of the last ${n} ${every}s`] as const,
  )

const people = phrase(
  'buyers|buyer|shoppers|shopper|customers|purchasers|orderers',
  'visitors|visitor',
  'openers|readers',
)
const used = phrase('used to be|buy|order|visit|shop a?', 'was|were once?', 'formerly|previously', 'used to')
const stopped = phrase(
  ',? and|but? then? have|has? stopped',
  ',? but|and no longer|not|inactive now?',
  ',? but|and now? not any more|anymore?',
)

/** `monthly buyers`, `used to be daily, stopped`, `weekly for 4 of the last 6 weeks`: what, or since when? */
export const habit: Parser<Meaning> = (reading, at) => {
  const before = used(reading, at)
  const rhythm = rhythmAt(reading, before >= 0 ? before : at)
  if (rhythm === undefined || adverbAt(reading, before >= 0 ? before : at) === undefined) return undefined
  const { every } = rhythm.value
  const rest = said(reading, at, rhythm.end)
  if (before >= 0) {
    const end = skip(reading, rhythm.end, stopped)
    const doubt = question(
      at,
      end,
      `“${said(reading, at, end)}”: what was done, for how long, and since when no more?`,
      [
        [
          `ordered in every ${every} from 3 to 9 ${every}s ago, not since`,
          `ordered in every ${every} 3 to 9 ${every}s ago and have not ordered in the last 3 ${every}s`,
        ],
        [
          `visited in every ${every} from 3 to 9 ${every}s ago, not since`,
          `visited the site in every ${every} 3 to 9 ${every}s ago and have not visited the site in the last 3 ${every}s`,
        ],
      ],
    )
    return { value: { ...doubtful(doubt), people: true }, end }
  }
  const noun = people(reading, rhythm.end)
  const end = Math.max(noun, rhythm.end)
  const { least, within } = rhythm.value
  if (least !== undefined && within?.kind === 'last') {
    const tail = `in at least ${least} of the last ${within.n} ${within.unit}s`
    const doubt = question(at, end, `“${rest}”: what was done so often?`, [
      [`ordered ${tail}`, `ordered ${tail}`],
      [`visited the site ${tail}`, `visited the site ${tail}`],
    ])
    return { value: { ...doubtful(doubt), people: true }, end }
  }
  if (noun < 0) return undefined
  const verb = wordAt(reading, noun - 1).startsWith('visit')
    ? 'visited the site'
    : /^(?:open|read)/.test(wordAt(reading, noun - 1))
      ? 'opened an email'
      : 'ordered'
  const doubt = question(at, end, `“${said(reading, at, end)}”: since when?`, choicesOf(verb, every))
  return { value: { ...doubtful(doubt), people: true }, end }
}
