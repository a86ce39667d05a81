import { isCondition } from '../../criteria/node.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'

const joint = /^(?:and|but|yet|,|also)$/
const small = phrase('also|again|still|any more|anymore', 'any longer')

/** "top 10% by spend last year but not this year": the rank before it, in another time. `ranks` reads ranks. */
export const rankThen =
  (ranks: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    if (!joint.test(wordAt(reading, at - 1))) return undefined
    const { negative, end } = polarity(reading, at)
    const time = window(reading, skip(reading, end, small))
    const [within, more] = time?.value.windows ?? []
    if (time === undefined || within === undefined || more !== undefined || time.value.doubts.length > 0)
      return undefined
    for (const i of placesBefore(at - 1)) {
      const found = ranks(reading, i)
      if (found === undefined || found.end > at || found.end < at - 2) continue
      const { criteria } = found.value
      if (criteria === undefined || !isCondition(criteria) || criteria.type !== 'rank') return undefined
      if (criteria.within === undefined) return undefined
      const other = { ...criteria, within }
      return {
        value: {
          criteria: negative ? negated(other) : other,
          assumptions: time.value.assumptions,
          doubts: [],
        },
        end: skip(reading, time.end, small),
      }
    }
    return undefined
  }
