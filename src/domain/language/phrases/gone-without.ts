import { isDenied, plainDeed } from '../grammar/denied.ts'
import { type Meaning, meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Parser } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'

const gone = phrase('have|has|had? gone|went|been|go|goes|going|let|lets|letting', 'it has been')
const pass = phrase('go|pass|slip|tick|run|elapse by|past?')
const over = phrase('over|for', 'for? more than', 'for? at least', 'the last|past', 'for the last|past')
const without = phrase('without', 'with no')

/**
 * "gone 60 days without opening an e-mail", "90 days without an order": nothing of the kind for so long. `deeds` reads
 * what was not done.
 */
export const goneWithout =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const length = span(reading, skip(reading, skip(reading, at, gone), over))
    if (length === undefined || length.value.bare) return undefined
    const from = skip(reading, length.end, pass)
    if (without(reading, from) < 0) return undefined
    const found = deeds(reading, from)
    const deed = plainDeed(found?.value.criteria)
    if (found === undefined || deed === undefined || !isDenied(deed) || deed.within !== undefined)
      return undefined
    const { n, unit } = length.value
    const stated = found.value.assumptions.filter((one) => !one.includes('without a time'))
    return { value: meaning({ ...deed, within: { kind: 'last', n, unit } }, stated), end: found.end }
  }
