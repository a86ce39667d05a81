import type { Criteria } from '../../criteria/schema.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { isOver, isWhole } from './whole.ts'

/** Every customer there is: nobody has ordered less than never. Only where somebody asks for them in so many words. */
export const EVERYBODY: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 0 }

export const everyone = phrase(
  'all? of? my|our|the|all? customers|people|base|customerbase|database|clients|users|everyone|everybody|shoppers',
  'all? of? my|our|the? customer|whole|entire customers|base|database|list',
)
export const most = phrase('most|majority|bulk|lot of', 'the majority|bulk of')
/** Words that say that it is not whoever is at hand. */
export const OURS = /^(?:all|our|my|whole|entire|everyone|everybody|base|customerbase|database)$/

/** Buyers are those who ordered. */
const CUSTOMERS = 'customers|people|clients|users|contacts|customer'
const BASE = 'base|database|customerbase|list|db|crm|file|book'
const WE_HAVE =
  'do|have|are|is|exist|we|i|there|our|the|my|got|have|in|on|customer|whole|entire|full|database|base|system|db|list|records|books|file|crm|here|now|right|currently|today'
const inAll = phrase(
  'altogether|overall|total|combined|together|all',
  'in total|all|sum|whole',
  'all in all',
  'all together|told',
)
const howMany = phrase(
  `how many ${CUSTOMERS}`,
  `how many total|overall ${CUSTOMERS}`,
  `what|how is|'s|large|big is? the|our? total|overall|full|whole number|count|amount of? all? our|the|my? ${CUSTOMERS}`,
  `total|overall number|count of all? our|the|my? ${CUSTOMERS}`,
  `count|number of all our|the|my? ${CUSTOMERS}`,
)
const weHave = phrase(WE_HAVE)
const size = phrase(
  `how big|large is our|my|the whole|entire|total|full? customer|client|user? ${BASE}`,
  `what is|'s the? total? size of our|my|the whole|entire|total|full? customer|client|user? ${BASE}`,
  `size of our|my|the whole|entire|total? customer|client|user? ${BASE}`,
)

/** "how many customers do we have altogether?", "how big is our customer base?": the whole message asks for everybody. */
export function asksForAll(reading: Reading): boolean {
  const { entity, situation, tokens } = reading
  if (entity !== 'customer' || situation.vocabulary.filled('orders.count') === 0) return false
  // With people at hand "how many in total?" is said of those.
  const ours = tokens.some(({ word }) => OURS.test(word) || /^(?:we|i)$/.test(word))
  if (situation.criteria !== undefined && !ours) return false
  return isWhole(reading, size) || isWhole(reading, counted)
}

/** A number of customers, with nothing beside that they are there. */
function counted(reading: Reading, start: number): number {
  const opened = howMany(reading, start)
  if (opened < 0) return -1
  let [at, ours] = [opened, isOver(reading, opened) && opened - start > 3]
  while (at < reading.tokens.length && !isOver(reading, at)) {
    const said = inAll(reading, at)
    const next = said < 0 ? weHave(reading, at) : said
    if (next < 0) return -1
    at = next
    ours = true
  }
  return ours ? at : -1
}
