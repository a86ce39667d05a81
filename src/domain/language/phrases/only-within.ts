import { anyOf, type Meaning, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Parser, said, wordAt } from '../grammar/reading.ts'

const BUT = /^(?:but|though|however|yet|although|;)$/
const of = phrase('in|for|from|among|amongst|of|within|at|with|to the?')
const only = phrase(',? only|just|exclusively')
const heads = phrase('the? ones|those|people|companies|accounts who|that?', 'if|when|where they?')

/**
 * “Every VP, but in Sales only the ones in the US”: what follows limits some of those before it, and leaves the others
 * as they are.
 */
export const onlyWithin: Parser<Meaning> = (reading, at) => {
  const start = BUT.test(wordAt(reading, at - 1)) ? of(reading, at) : -1
  const some = start < 0 ? undefined : reading.unit(reading, start)
  const limits = some?.value.criteria === undefined ? -1 : only(reading, some.end)
  if (some?.value.criteria === undefined || limits < 0) return undefined
  const limit = reading.unit(reading, skip(reading, limits, heads))
  if (limit?.value.criteria === undefined) return undefined
  const { end } = limit
  const whom = said(reading, start, some.end)
  const says = `“${said(reading, at, end)}” limits only “${whom}”: all others are in as they are.`
  return {
    value: {
      criteria: anyOf([negated(some.value.criteria), limit.value.criteria]),
      assumptions: [...some.value.assumptions, ...limit.value.assumptions, says],
      doubts: [...some.value.doubts, ...limit.value.doubts],
    },
    end,
  }
}
