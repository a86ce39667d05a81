import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import { AT_LEAST_ONE, atLeast } from '../grammar/asked.ts'
import { comparison, mayCount, type Test } from '../grammar/comparison.ts'
import { isDenied } from '../grammar/denied.ts'
import { allOf, type Meaning, meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import { windowBefore } from '../grammar/window.ts'
import { type Deed, deedBefore } from './deed-before.ts'

const lead = phrase('with|have|has|had|did|made|placed', 'but|and|yet|though')
const some = phrase('some|one|once|several|any', 'one or more', 'at least one|once')
const noun = phrase('orders|order|purchases|purchase|ones|one|times|time|of them')
const earlier = phrase(
  'earlier|before|beforehand|previously|prior',
  'before|prior to|earlier than that|then|this|it',
  'in the time before|earlier',
  'earlier on|than that',
)
const ENDS = /^(?:|[.,;:!?)-]|and|but|or|who|please)$/

/** "no orders in the past 12 months but at least one earlier": so many before the time in which there were none. */
export const earlierOnes =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const number = numberAt(reading, skip(reading, at, lead))
    const from = number === undefined ? -1 : skip(reading, number.end, noun)
    const end = from < 0 ? -1 : earlier(reading, from)
    if (number === undefined || end < 0 || !ENDS.test(wordAt(reading, end))) return undefined
    const deed = deedBefore(reading, at, deeds)
    const [before, more] = windowBefore(reading, at)?.value.windows ?? []
    if (deed === undefined || before === undefined || more !== undefined || !isDenied(deed)) return undefined
    const within = timeBefore(reading, before)
    const { test, assumptions } = atLeast(number.value, ' times')
    const parts = within === undefined ? [] : test.tests.map((one) => again(deed, one, within))
    if (within === undefined || parts.length === 0) return undefined
    const stated = `“${said(reading, from, end)}” is read as ${windowWords(within)}.`
    return { value: meaning(allOf(parts), [...assumptions, stated]), end }
  }

function numberAt(reading: Reading, at: number): Found<Test> | undefined {
  const once = some(reading, at)
  if (once >= 0) return { value: AT_LEAST_ONE, end: once }
  const found = comparison(reading, at)
  return found !== undefined && mayCount(found.value) ? found : undefined
}

function timeBefore({ situation: { now, zone } }: Reading, window: Window): Window | undefined {
  if (window.kind === 'last') return { kind: 'older', n: window.n, unit: window.unit }
  const { from } = window.kind === 'older' ? {} : boundsOf(window, now, zone)
  return from === undefined ? undefined : { kind: 'dates', before: dateAt(from, zone) }
}

function again(deed: Deed, { op, value }: Test['tests'][number], within: Window): Deed {
  if (deed.type === 'purchases') {
    const { of, where } = deed
    return {
      type: 'purchases',
      match: 'any',
      of,
      measure: 'orders',
      op,
      value,
      within,
      ...(where && { where }),
    }
  }
  return { ...deed, op, value, within }
}
