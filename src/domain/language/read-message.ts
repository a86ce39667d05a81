import { foldText } from '#kernel/text.ts'
import { countriesNamed } from './linking/places.ts'
import { mendTypos } from './linking/spelling.ts'
import { type Assumed, assumedBy } from './grammar/assumed.ts'
import { type Reading, readingOf } from './grammar/reading.ts'
import { asidesIn } from './intents/asides.ts'
import { correctionsIn } from './intents/corrections.ts'
import { goingOnIn } from './intents/going-on.ts'
import { courtesiesIn } from './intents/letters.ts'
import { nameIn, type Naming, savedAsIn } from './intents/names.ts'
import { blank, instructionsIn, type Stretch } from './intents/stretches.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { Situation } from './situation.ts'
import { units } from './unit.ts'
import { tokenize } from './tokens/tokenize.ts'

/** A message made ready to be read: what is no part of the request is set aside. */
export interface Message {
  readonly text: string
  readonly reading: Reading
  /** Orders to the program, which change nothing. */
  readonly instructions: readonly Stretch[]
  /** What makes it a letter: greetings, what it is for, who signs. */
  readonly courtesies: readonly Stretch[]
  readonly naming?: Naming
  /** It is saved, under no name that is said: “… as a segment”. */
  readonly saves?: true
  /** "“Calfirnoia” is read as California.", "“two hundred, no sorry,” is taken back." */
  readonly mended: readonly Assumed[]
}

/** `names: false` leaves the words of a name where they are. */
export function readMessage(
  text: string,
  situation: Situation,
  { names = true }: { readonly names?: boolean } = {},
): Message {
  // A name in quotes is a name, whatever it says.
  const called = nameIn(text)
  const instructions = instructionsIn(text).filter(
    ({ start, end }) => called === undefined || start < called.start || end > called.end,
  )
  const spared = blank(text, instructions)
  const kindsOf = (word: string) => kindsKnown(situation.vocabulary, word)
  const isFree = (word: string) => kindsOf(word).length === 0
  const letter = courtesiesIn(spared, isFree)
  const others = asidesIn(blank(spared, letter), isFree)
  const goingOn = situation.criteria === undefined ? goingOnIn(blank(spared, [...letter, ...others])) : []
  const asides = [...others, ...goingOn]
  const corrections = correctionsIn(blank(spared, [...letter, ...asides]), kindsOf)
  const saved = savedAsIn(blank(spared, [...letter, ...asides, ...corrections]))
  const courtesies = [...letter, ...asides, ...corrections, ...saved]
  const plain = blank(spared, courtesies)
  const naming = names ? nameIn(plain) : undefined
  const asked = naming === undefined ? plain : blank(plain, [naming])
  const tokens = mendTypos(tokenize(asked), situation.vocabulary)
  const mended = tokens.flatMap((token, i) =>
    token.mended === undefined ? [] : assumedBy([`“${token.mended}” is read as “${token.word}”.`], i, i + 1),
  )
  const corrected = corrections.flatMap(({ start, end }) => {
    const at = tokens.findIndex((token) => token.start >= end)
    return assumedBy(
      [`“${text.slice(start, end).trim()}” is taken back; what follows it counts.`],
      at,
      at + 1,
    )
  })
  const reading = readingOf(asked, tokens, situation, units)
  return {
    text,
    reading,
    instructions,
    courtesies,
    mended: [...mended, ...corrected],
    ...(naming === undefined ? {} : { naming }),
    ...(saved.length > 0 && { saves: true as const }),
  }
}

/** As what a word names something that people can be asked for by: “Thanks, Canada”. */
export const kindsKnown = (vocabulary: Vocabulary, word: string): readonly string[] => [
  ...(countriesNamed(foldText(word)) === undefined ? [] : ['country']),
  ...vocabulary
    .find(word, { limit: 4 })
    .flatMap(({ label, field }) => (foldText(label) === foldText(word) ? [field] : [])),
]
