import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { allOf, meaning, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { times } from '../../language/grammar/times.ts'
import { TIME_OF_EACH } from '../../language/grammar/timing.ts'
import { isOfPlaceAlone } from './of-place-alone.ts'
import { boughtMeaning } from './orders-phrases.ts'

const joint = phrase('and|plus|&', ',', ', and|plus')

/** `at least twice in store`, `twice online and twice in store this year`: what is done so often through a channel is ordering. */
export const timesThere: Parser<Meaning> = (reading, at) => {
  const parts = partsAt(reading, at)
  const last = parts.at(-1)
  if (last === undefined) return undefined
  const timed = noSlots()
  const end = collect(reading, last.end, timed, [timingSlot], between)
  const stated = [
    `“${said(reading, at, end)}” is read of orders.`,
    ...(parts.length > 1 && timed.timing !== undefined ? [TIME_OF_EACH] : []),
  ]
  if (timed.doubts.length > 0) return { value: { assumptions: stated, doubts: timed.doubts }, end }
  const meanings = parts.map(({ value }) =>
    boughtMeaning({ ...value, ...(timed.timing && { timing: timed.timing }) }, false),
  )
  const criteria = meanings.flatMap((one) => one.criteria ?? [])
  if (criteria.length < meanings.length) return undefined
  const assumptions = [...timed.assumptions, ...meanings.flatMap((one) => one.assumptions)]
  const doubts = meanings.flatMap((one) => one.doubts)
  const value = meaning(allOf(criteria), [...new Set([...stated, ...assumptions])])
  return { value: { ...value, doubts: [...new Set(doubts)] }, end }
}

/** How often through which channel, or on which device; several times over. */
function partsAt(reading: Reading, at: number): Found<ReturnType<typeof noSlots>>[] {
  const parts: Found<ReturnType<typeof noSlots>>[] = []
  for (let next = at; next >= 0; ) {
    const often = times(reading, next)
    if (often === undefined) break
    const slots = { ...noSlots(), times: often.value }
    const end = collect(reading, often.end, slots, whereSlots, between)
    if (!isOfPlaceAlone(slots.where)) break
    parts.push({ value: slots, end })
    next = joint(reading, end)
  }
  return parts
}
