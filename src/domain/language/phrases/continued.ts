import { isCondition } from '../../criteria/node.ts'
import { comparison, mayBeMoney } from '../grammar/comparison.ts'
import { placesBefore } from '../grammar/look-back.ts'
import { allOf, type Meaning, meaning } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Parser, Reading } from '../grammar/reading.ts'

const joint = phrase('and|but', ', but|and', 'but|and also')

/**
 * "at least 2 orders but fewer than 6", "over 100 but at most 300": a second test of the number before it.
 * `counts` reads what can stand there.
 */
export const continued =
  (counts: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    if (!isJoined(reading, at)) return undefined
    const found = comparison(reading, at)
    if (found === undefined || found.value.bare || !mayBeMoney(found.value)) return undefined
    for (const i of placesBefore(at - 1)) {
      const before = counts(reading, i)
      if (before === undefined || before.end > at || before.end < at - 2) continue
      const { criteria, assumptions } = before.value
      if (criteria === undefined || !isCondition(criteria)) return undefined
      if (criteria.type !== 'orders' && criteria.type !== 'events') return undefined
      if (!('op' in criteria) || criteria.op === undefined || Array.isArray(criteria.value)) return undefined
      // "at least 2 orders and at least 100 in total" is of something else.
      const [first] = found.value.tests
      if (first === undefined || !bounds(criteria.op, first.op)) return undefined
      return {
        value: meaning(allOf(found.value.tests.map((test) => ({ ...criteria, ...test }))), assumptions),
        end: found.end,
      }
    }
    return undefined
  }

const isJoined = (reading: Reading, at: number): boolean =>
  [1, 2].some((back) => at - back >= 0 && joint(reading, at - back) === at)

/** Whether one is a limit from below and the other one from above. */
const bounds = (one: string, other: string): boolean =>
  (one.startsWith('>') && other.startsWith('<')) || (one.startsWith('<') && other.startsWith('>'))
