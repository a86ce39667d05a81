import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { type Against, adjective, against, factorAt, limitAt, quantity } from './figure-amounts.ts'
import { type Half, type HalfSlots, nounHalf, restOf, verbAt } from './figure-half.ts'
import { joined } from './figure-pair.ts'
import { orderNoun, rightAt } from './figure-second.ts'

/** `in-store spend is higher than online spend`, `discounts add up to over 15% of what they spent`. */
const nounAgainst: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const left = nounHalf(reading, polar) ?? nounHalf(reading, at)
  if (left === undefined) return undefined
  const denied = polarity(reading, left.end)
  for (const start of new Set([left.end, denied.end])) {
    const compared = against(reading, start)
    const right = compared && rightAt(reading, compared.end, left.value)
    if (compared !== undefined && right !== undefined)
      return joined(
        reading,
        {
          from: at,
          left,
          compared: compared.value,
          negative: negative !== (start > left.end && denied.negative),
        },
        right,
      )
  }
  return undefined
}

const than = phrase('than|as|vs|versus', 'compared to|with', 'against', 'relative to')
const often = phrase('often|frequently|times|money|orders|purchases', 'of', 'of? their? money')
const units = phrase('units|items|pieces|products|things of?')

/** `spent more on Shoes than on Bags`, `ordered twice as often on mobile as on desktop`, `opened more e-mails in May than in June`. */
const verbMore: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = verbAt(reading, start)
  if (verb === undefined) return undefined
  const before = restOf(reading, verb.end, verb.value)
  // “bought from Nike more than from Acme” has how much behind what.
  for (const place of [verb.end, before.end]) {
    const compared = quantity(reading, place)
    if (compared === undefined) continue
    const head = headOf(reading, compared.end, verb.value)
    const behind = restOf(reading, head.end, head.value)
    const rest = { ...behind, end: skip(reading, behind.end, orderNoun) }
    const slots = place === verb.end ? rest.value.slots : merged(before.value.slots, rest.value.slots)
    const joint = slots === undefined ? -1 : than(reading, rest.end)
    if (slots === undefined || joint < 0) continue
    const often = /^(?:often|frequently)$/.test(wordAt(reading, head.end - 1))
    const left = { value: { ...head.value, slots, ...(often && { often: true as const }) }, end: rest.end }
    const right = rightAt(reading, joint, left.value)
    if (right !== undefined)
      return joined(reading, { from: at, left, compared: compared.value, negative }, right)
  }
  return undefined
}

/** "bought more often" counts orders; "bought more Coffee" counts pieces. */
function headOf(
  reading: Reading,
  at: number,
  verb: Pick<Half, 'measure' | 'kinds'>,
): Found<Pick<Half, 'measure' | 'kinds'>> {
  const pieces = units(reading, at)
  const frequent = often(reading, at)
  if (verb.kinds !== undefined) return { value: verb, end: Math.max(frequent, at) }
  if (pieces >= 0 && verb.measure !== 'spend') return { value: { measure: 'units' }, end: pieces }
  if (frequent < 0) return { value: verb, end: at }
  return { value: verb.measure === 'spend' ? verb : { measure: 'count' }, end: frequent }
}

/** `more visits than orders`, `at least three times as many online orders as in-store orders`. */
const moreThan: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  for (const start of new Set([polar, at, skip(reading, polar, having)])) {
    const compared = quantity(reading, start) ?? adjective(reading, start)
    const left = compared && nounHalf(reading, compared.end)
    const joint = left === undefined ? -1 : than(reading, left.end)
    if (compared === undefined || left === undefined || joint < 0) continue
    const right = rightAt(reading, joint, left.value)
    if (right !== undefined)
      return joined(
        reading,
        { from: at, left, compared: compared.value, negative: negative && start >= polar },
        right,
      )
  }
  return undefined
}

const having = phrase('with|have|has|had|having|made|placed')

/** What two stretches of words narrow, together; undefined where both say the same kind of thing. */
function merged(one: HalfSlots, other: HalfSlots): HalfSlots | undefined {
  const twice =
    (one.timing && other.timing) ??
    (one.products && other.products) ??
    Object.keys(one.where).find((key) => key in other.where)
  if (twice !== undefined) return undefined
  return {
    ...one,
    ...other,
    where: { ...one.where, ...other.where },
    assumptions: [...one.assumptions, ...other.assumptions],
    doubts: [...one.doubts, ...other.doubts],
  }
}

const partOf = phrase('of', 'of the|their')
const behindSaved = phrase('in|on|with|through|via discounts|discount|coupons|vouchers|codes')

/** `spent less than a third of last year’s spend this year`, `saved more than 15% of their spend`. */
const verbPart: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = verbAt(reading, start)
  const measure = verb?.value.measure
  if (verb === undefined || (measure !== 'spend' && measure !== 'discount')) return undefined
  const limit = limitAt(reading, verb.end)
  const number = factorAt(reading, limit?.end ?? verb.end)
  const opened = number === undefined ? -1 : partOf(reading, number.end)
  const right = opened < 0 ? undefined : nounHalf(reading, opened)
  if (number === undefined || right === undefined) return undefined
  const behind = measure === 'discount' ? skip(reading, right.end, behindSaved) : right.end
  const rest = restOf(reading, behind, verb.value)
  // “spent over half of their spend on Tea” is a share, of which nothing is compared.
  if (measure === 'spend' && right.value.slots.timing === undefined) return undefined
  const compared: Against = {
    op: limit?.value ?? '>=',
    times: number.value,
    assumptions: [],
    ...(limit === undefined && { bare: { from: verb.end, to: number.end } }),
  }
  return joined(
    reading,
    { from: at, left: rest, compared, negative },
    { ...right, end: Math.max(rest.end, behind) },
  )
}

export const figuresPhrases: readonly Parser<Meaning>[] = [nounAgainst, verbMore, moreThan, verbPart]
