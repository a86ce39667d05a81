import { isCondition } from '../../criteria/node.ts'
import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { longest, type Parser, remembered } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { eventPhrases } from '../events/events-phrases.ts'
import type { SequenceCondition } from '../sequence/sequence.ts'
import { andThen, atAll, still } from './abandoned-words.ts'

const event = remembered(longest(...eventPhrases))

const AFTER_THE_CART = 'Read as: no checkout started at or after the cart, up to now.'
const begins = phrase('have|has|had? never once|even? ever? started|start|began|begun|initiated')

/** `put Tea in the cart last week but never got as far as checkout`: that cart, whatever was checked out before it. */
export const beforeCheckout: Parser<Meaning> = (reading, at) => {
  const found = event(reading, at)
  const cart = found === undefined ? undefined : found.value.criteria
  if (found === undefined || cart === undefined || !isCondition(cart) || cart.type !== 'events')
    return undefined
  const { event: events, where, within, op, value } = cart
  if (found.value.doubts.length > 0 || events.join() !== 'added_to_cart') return undefined
  if (op !== undefined && !(op === '>=' && value === 1)) return undefined
  const joint = andThen(reading, found.end)
  const start = skip(reading, Math.max(joint, found.end), still)
  const denied = joint < 0 ? undefined : event(reading, start)
  const till = denied?.value.criteria
  if (denied === undefined || till === undefined || !isCondition(till) || till.type !== 'events')
    return undefined
  if (till.event.join() !== 'started_checkout' || till.op !== '=' || till.value !== 0) return undefined
  // A time or a product of its own, "never started a checkout", "not at all": whatever the cart was.
  if ((till.within ?? till.where) !== undefined || window(reading, denied.end) !== undefined) return undefined
  if (begins(reading, start) >= 0 || atAll(reading, denied.end) >= 0) return undefined
  const criteria: SequenceCondition = {
    type: 'sequence',
    first: { did: 'event', event: ['added_to_cart'], ...(where && { where }) },
    next: { did: 'event', event: ['started_checkout'] },
    not: true,
    ...(within && { within }),
  }
  return { value: meaning(criteria, [...found.value.assumptions, AFTER_THE_CART]), end: denied.end }
}
