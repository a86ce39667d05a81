import { between, noSlots } from '../../language/grammar/buying.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { EVENT_KINDS } from './event-kinds.ts'
import { type EventSlots, finish, productSlot, slotsFor } from './event-slots.ts'

const pageVerb = phrase(
  'visited|visit|visits|visiting|opened|open|opens|opening the|our?',
  'viewed|view|views|viewing|saw|seen the|our',
  'clicked|click|clicks|clicking|landed on the|our?',
  'went|gone|go|came|got to the|our?',
  'looked|look|looks|looking at the|our',
)
const onPage = phrase('on|to the|our?')
const pageWord = phrase('product|item|detail|details? page|pages', 'product|item')
const BEEN = /^(?:been|was|were)$/
const PAGES = /^(?:pages?|product|item)$/
const PAGE = 'Being on the page of a product is read as viewing it.'

/** `visited the Green Tea page`, `clicked on the Green Tea product`: that product was viewed. */
export const productPage: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const was = BEEN.test(wordAt(reading, start - 1)) ? onPage(reading, start) : -1
  const verb = Math.max(pageVerb(reading, start), was)
  const slots: EventSlots = noSlots()
  const said = verb < 0 ? undefined : productSlot(reading, verb, slots)
  said?.fill()
  // The word may have been read as part of how products are called.
  const named = said !== undefined && PAGES.test(wordAt(reading, said.end - 1)) ? said.end : -1
  const head = said === undefined ? -1 : Math.max(named, pageWord(reading, said.end))
  const of = slots.products === undefined ? undefined : filterOf(slots.products.tree)
  // The page of a category shows no product by itself.
  if (said === undefined || head < 0 || of?.product === undefined) return undefined
  slots.assumptions.push(PAGE)
  const kinds = EVENT_KINDS.filter((kind) => kind.types.includes('viewed_product'))
  const end = collect(reading, head, slots, slotsFor(kinds), between)
  return finish(reading, { kinds, all: false, slots, negative, from: start, end })
}
