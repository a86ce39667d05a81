import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { groupOf } from '../../criteria/walk.ts'
import { filler } from '../grammar/fillers.ts'
import { placesBefore } from '../grammar/look-back.ts'
import type { Meaning } from '../grammar/meaning.ts'
import type { Parser, Reading } from '../grammar/reading.ts'

/** What somebody did, as it was said before: what "… but not this year", "… and twice in May" speak of again. */
export type Deed = Extract<Condition, { type: 'orders' | 'purchases' | 'events' }>

/** The nearest deed before a token, with nothing but a joining word between. */
export function deedBefore(reading: Reading, at: number, deeds: Parser<Meaning>): Deed | undefined {
  for (const i of placesBefore(at - 1)) {
    const found = deeds(reading, i)
    if (found === undefined || found.end > at || !isAdjoining(reading, found.end, at)) continue
    // The longest phrase that ends there is the whole of it.
    const wider = widest(reading, i, found.end, deeds) ?? found.value.criteria
    return wider === undefined ? undefined : deedIn(wider)
  }
  return undefined
}

/** With a joining word between at most, and what says nothing: "spent 100 with us all time but nothing since May". */
function isAdjoining(reading: Reading, from: number, to: number): boolean {
  let at = from
  while (at < to - 3) {
    const next = filler(reading, at)
    if (next < 0) return false
    at = next
  }
  return true
}

function widest(reading: Reading, from: number, end: number, deeds: Parser<Meaning>): Criteria | undefined {
  let best: Criteria | undefined
  for (const i of placesBefore(from + 1)) {
    const found = deeds(reading, i)
    if (found?.end === end) best = found.value.criteria
  }
  return best
}

/** A deed; of one that is asked in each of several times ("in May and June"), that deed in the last of them. */
function deedIn(criteria: Criteria): Deed | undefined {
  if (isCondition(criteria)) return isDeed(criteria) ? criteria : undefined
  const { branches } = groupOf(criteria)
  const last = branches.at(-1)
  return last !== undefined && branches.every((one) => isSameDeed(one, last)) ? deedIn(last) : undefined
}

const isSameDeed = (one: Criteria, other: Criteria): boolean =>
  isCondition(one) && isCondition(other) && one.type === other.type && isDeed(one)

const isDeed = (condition: Condition): condition is Deed =>
  condition.type === 'purchases' ||
  condition.type === 'events' ||
  (condition.type === 'orders' && condition.during === undefined)
