import { overWindows, told } from '../grammar/asked.ts'
import { jointAt } from '../grammar/joints.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Parser, type Reading, wordAt } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { type Deed, deedBefore } from './deed-before.ts'

const ones = phrase(
  'the|those|any|all? ones|people|customers|orders|buyers',
  'those|anyone|everyone|whoever|anybody|everybody',
)
const DENIES = /^(?:not|without)$/
const ENDS = /^(?:|[.,;:!?)-]|and|but|or|who|that|please)$/

/** "ordered in the last 180 days minus the ones from the last 30": whoever did so then as well is left out. */
export const onesFrom =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const before = exceptBefore(reading, at)
    // "but not in May" denies the deed itself.
    if (before !== undefined && ones(reading, at) < 0 && DENIES.test(wordAt(reading, before - 1)))
      return undefined
    const time = before === undefined ? undefined : window(reading, skip(reading, at, ones))
    if (before === undefined || time === undefined || !ENDS.test(wordAt(reading, time.end))) return undefined
    const deed = deedBefore(reading, before, deeds)
    const once = deed === undefined ? undefined : onceOf(deed)
    if (once === undefined) return undefined
    const criteria = overWindows(time.value, (within) => ({ ...once, ...(within && { within }) }))
    return { value: told(criteria, time.value), end: time.end }
  }

/** Where "minus", "except" or "but not" begins that ends right before a token. */
function exceptBefore(reading: Reading, at: number): number | undefined {
  for (let from = at - 1; from >= Math.max(0, at - MOST_WORDS); from--) {
    const joint = jointAt(reading, from)
    const through = joint?.op === 'except' && (joint.end === at || ones(reading, joint.end) === at)
    if (through) return joint.end
  }
  return undefined
}

const MOST_WORDS = 5

/** Done at least once, of what was done so often; money is not counted so. */
function onceOf(deed: Deed): Deed | undefined {
  const { within: _time, ...rest } = deed
  switch (rest.type) {
    case 'orders':
      return rest.measure === 'count' ? { ...rest, op: '>=', value: 1 } : undefined
    case 'purchases':
      return rest.measure === undefined && rest.match === 'any' ? rest : undefined
    case 'events': {
      const { op: _op, value: _value, ...once } = rest
      return once
    }
  }
}
