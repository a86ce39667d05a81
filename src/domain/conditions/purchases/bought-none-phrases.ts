import { between, noSlots, timingSlot } from '../../language/grammar/buying.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { productsBefore } from '../../language/grammar/products.ts'
import { type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { productMeaning } from './purchases-phrases.ts'

const buyIt = phrase(
  'bought|buy|buying|purchased|purchase|purchasing|ordered|order|ordering any|one|either|neither?',
  'bought|buy|buying|purchased|purchase|purchasing|ordered|order|ordering any|one|either|neither of them|those|these|the? two?',
)

/** "viewed Shoes but didn’t buy": what was viewed, where a product was named. */
const boughtNone: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const end = negative ? buyIt(reading, start) : -1
  if (end < 0 || !lookedBefore(reading, at) || isAlternative(reading, at)) return undefined
  const said = productsBefore(reading, at)
  if (said === undefined) {
    // "have never ordered" speaks of all time, whatever stands before it.
    if (/^ha(?:ve|s)$/.test(wordAt(reading, at)) && wordAt(reading, start - 1) === 'never') return undefined
    const doubt = question(
      at,
      end,
      'Not bought anything at all, or nothing after that? What comes after another thing can’t be asked yet.',
      [['never bought anything', 'never bought anything']],
    )
    return { value: doubtful(doubt), end }
  }
  const slots = noSlots()
  const behind = collect(reading, end, slots, [timingSlot], between)
  const value = productMeaning(slots, said, { negative, only: false, from: start, to: behind })
  return {
    value: { ...value, assumptions: [...value.assumptions, 'What was not bought is what was looked at.'] },
    end: behind,
  }
}

const looked = phrase('viewed|view|views|browsed|carted|cart|basket|bag|checkout|looked|searched')
const lookedBefore = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => looked(reading, i) >= 0) &&
  // Of an abandoned cart it is known already that nothing was bought after it.
  ![...placesBefore(at)].some((i) => wordAt(reading, i).startsWith('abandon'))

/** "viewed Tea or never ordered": whoever never ordered at all, for "or" goes on about others. */
const isAlternative = ({ tokens }: Reading, at: number): boolean =>
  /(?:^| )or(?: \(| (?:those|people|customers)(?: who)?)?$/.test(
    tokens
      .slice(Math.max(0, at - 3), at)
      .map(({ word }) => word)
      .join(' '),
  )

/** What is left unsaid because it was said before. */
export const impliedPhrases: readonly Parser<Meaning>[] = [boughtNone]
