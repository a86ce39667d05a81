import { entriesOf, withPieces } from '../../conditions/facets/facet.ts'
import { whereOf, withTotal } from '../grammar/asked.ts'
import { between, noSlots, totalSlot, whereSlots } from '../grammar/buying.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'
import { comparison } from '../grammar/comparison.ts'
import type { OrderFilter } from '../../conditions/shared/filters.ts'
import { changeOf, conditionsOf, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const counts = phrase(
  'only|just count|consider|counting|considering',
  'count|consider only|just',
  'only|just? look at',
  'count',
  'for the order|orders count|number ,? only|just count|use|take|consider?',
)
const order = phrase('the|those|their? orders|order|purchases|purchase|ones|transactions')
const behind = phrase(
  'should|must|need to|to? count|counts|matter|matters',
  'are|is counted',
  'only|just',
  'though|please',
)

/**
 * `only count orders above 50`, `count online orders only`: which orders are counted where orders are counted at
 * hand. It is no condition of its own.
 */
export function countingOrders({ reading, current, from, to }: FollowUp): Refined {
  const opened = counts(reading, from)
  const said = opened < 0 ? undefined : ordersAt(reading, opened, to)
  if (said === undefined) return undefined
  const edits = conditionsOf(current).flatMap((held) => {
    if (held.type !== 'orders' && held.type !== 'purchases') return []
    const before = new Map(entriesOf('where' in held ? held.where : undefined))
    const where = { ...Object.fromEntries(before), ...said }
    const next = withPieces(held, [['where'], where])
    return next === undefined ? [] : [replacing(current, held, next, 'of these orders alone')]
  })
  return (
    firmly(refinedBy(changeOf(edits, 'Of which part should only these orders count?'), opened, to)) ?? {
      kind: 'unclear',
    }
  )
}

const theWord = phrase('the')
const cameTo = phrase('of|worth|for|with|that|are|were|is|total|a')

/** "online orders", "orders above 50", "orders of 50 or more": which orders, up to the end. */
function ordersAt(reading: Reading, at: number, to: number): OrderFilter | undefined {
  const slots = noSlots()
  const described = collect(reading, skip(reading, at, theWord), slots, whereSlots, between)
  const noun = order(reading, described)
  if (noun < 0) return undefined
  // Behind "orders" a number is what each of them came to; so many orders are not what is counted here.
  const amount = comparison(reading, skip(reading, noun, cameTo))
  const readers = [totalSlot, ...whereSlots]
  let end = collect(reading, noun, slots, readers, between)
  if (slots.total === undefined && amount !== undefined && amount.value.bare !== true && amount.end > end) {
    slots.total = amount.value
    end = collect(reading, amount.end, slots, readers, between)
  }
  for (let i = 0; i < 2; i++) end = skip(reading, end, behind)
  if (end < to || slots.doubts.length > 0) return undefined
  withTotal(reading, slots, at, to)
  return slots.doubts.length > 0 ? undefined : whereOf(slots.where)
}
