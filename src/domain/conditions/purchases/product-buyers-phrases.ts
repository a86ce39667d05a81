import { between, noSlots, timesSlot, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Products, products } from '../../language/grammar/products.ts'
import {
  type Found,
  type Parser,
  type Reading,
  remembered,
  said as saidIn,
  wordAt,
} from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { productMeaning } from './purchases-phrases.ts'

const buyersWord = phrase(
  'buyer|buyers|customer|customers|shopper|shoppers|purchaser|purchasers|owners|fans|drinkers|lovers|readers|eaters|wearers|users|addicts|enthusiasts|people',
)
const ofWord = phrase('buyer|buyers|shoppers|purchasers|customers|owners|anyone of|for')

/** `Skincare buyers`, `buyers of the Starter Kit`, `anything from Nike except socks`. */
export const productBuyers: Parser<Meaning> = remembered((reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const of = ofWord(reading, start)
  const said = products(reading, of >= 0 ? of : skip(reading, start, exclusive))
  if (said === undefined) return undefined
  const behind = of >= 0 ? said.end : buyersWord(reading, said.end)
  const loose = behind < 0 && anything(reading, start) >= 0 ? said.end : behind
  const onlyThese = of >= 0 ? -1 : onlyBuyers(reading, start, said.end)
  if (onlyThese >= 0)
    return {
      value: {
        ...productMeaning(noSlots(), said.value, { negative, only: true, from: start, to: onlyThese }),
        people: true,
      },
      end: onlyThese,
    }
  if (loose < 0) return undefined
  const slots = noSlots()
  const refused = neverBought(reading, loose)
  const bought = refused === undefined ? said.value : { ...said.value, not: refused.value.tree }
  slots.products = bought
  for (const { assumptions, doubts } of refused === undefined ? [said.value] : [said.value, refused.value]) {
    slots.assumptions.push(...assumptions)
    slots.doubts.push(...doubts)
  }
  const readers = [timesSlot, timingSlot, ...whereSlots]
  const end = collect(reading, refused?.end ?? loose, slots, readers, between)
  if (refused !== undefined && slots.timing !== undefined) slots.assumptions.push(TIME_OF_BOTH)
  // "coffee lovers" could as well have bought it often.
  if (behind > said.end && slots.times === undefined && LOVERS.test(wordAt(reading, behind - 1)))
    slots.assumptions.push(
      `“${saidIn(reading, start, behind)}” is read as whoever bought it at least once; say how often for more.`,
    )
  const value = productMeaning(slots, bought, { negative, only: false, from: start, to: end })
  return { value: { ...value, people: true }, end }
})

const TIME_OF_BOTH = 'The time is read of what was bought and of what was not.'
const LOVERS = /^(?:fans|lovers|addicts|enthusiasts)$/

const exclusive = phrase('exclusive|exclusively')
const onlyWords = phrase('-? only|exclusive|exclusively')

/** `Nike-only buyers`, `exclusive Nike buyers` */
function onlyBuyers(reading: Reading, from: number, end: number): number {
  const late = onlyWords(reading, end)
  if (late >= 0) return buyersWord(reading, late)
  return exclusive(reading, from) < 0 ? -1 : buyersWord(reading, end)
}

const without = phrase(
  'without|lacking any|a|an?',
  ',? but|and not|no|never any|a|an?',
  ', not|no|never any|a|an?',
  ',? but? and|who? with|have|has|had|own|owns? neither a|an|the?',
)

/** "Coffee buyers without a grinder" are those who never bought one, not those with an order that held none. */
function neverBought(reading: Reading, at: number): Found<Products> | undefined {
  const opened = without(reading, at)
  const found = opened < 0 ? undefined : products(reading, opened)
  return found?.value.not === undefined && found?.value.except === undefined ? found : undefined
}

const anything = phrase('anything|something|any|items|products from|in|by|of?')
