import { type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { joinedSteps } from './sequence-meaning.ts'
import type { Step } from './sequence-steps.ts'

const bought = phrase(
  'bought|buy|buys|ordered|purchased|got|started with|on?',
  'first|initially bought|ordered|purchased',
)
const firstWord = phrase('first|initially', 'at first', 'to begin|start with')
const joint = phrase(',|; and? then?', 'and|but then?', 'then', '->|→', ', but then?')
const thenWord = phrase('then|later|subsequently|afterwards')
const laterWord = phrase(
  'later|afterwards|after|second|next|subsequently',
  'later|further on',
  'after that|wards',
  'as second|next',
)

/** `Running Shoe first, Trail Shoe later`, `first bought Coffee, then Tea`: one product, and another one later. */
export const firstLater: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = skip(reading, skip(reading, start, firstWord), bought)
  const first = negative ? undefined : productStep(reading, opened)
  if (first === undefined) return undefined
  const said = firstWord(reading, first.end)
  const saysFirst = said >= 0 || reading.tokens.slice(start, opened).some(({ word }) => FIRST.test(word))
  const joined = joint(reading, said >= 0 ? said : first.end)
  if (joined < 0) return undefined
  const again = skip(reading, skip(reading, joined, thenWord), bought)
  const follower = productStep(reading, again)
  if (follower === undefined) return undefined
  const late = laterWord(reading, follower.end)
  const saysThen = late >= 0 || reading.tokens.slice(first.end, again).some(({ word }) => THEN.test(word))
  // "Coffee, then Tea" alone may be a list.
  if (!saysFirst || !saysThen) return undefined
  const end = late >= 0 ? late : follower.end
  return joinedSteps(reading, {
    at,
    end,
    first,
    follower: follower.value,
    joined,
    how: 'then',
    apart: undefined,
  })
}

const FIRST = /^(?:first|initially)$/
const THEN = /^(?:then|later|subsequently|afterwards|->|→)$/

function productStep(reading: Reading, at: number): Found<Step> | undefined {
  const found = products(reading, at)
  const product = found === undefined ? undefined : filterOf(found.value.tree)
  if (found === undefined || product === undefined) return undefined
  const { not, except, assumptions, doubts } = found.value
  if (not !== undefined || except !== undefined) return undefined
  const step: Step = { deed: { did: 'ordered', product }, negative: false, assumptions, doubts }
  return { value: step, end: found.end }
}
