import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import { loadWordings } from './load.ts'

const TIME =
  /\b(?:in|over|within|during|for) (?:the )?(?:last|past|previous) \d+ (?:days?|weeks?|months?|years?)\b|\blast (?:month|week|year|quarter)\b|\bthis (?:year|month|week|quarter)\b/iu
/** Times that leave something open, and what is said where it is heard. */
const OPEN = [
  ['in the last few months', /few|months/u],
  ['on 03/04/2025', /03\/04|day first/u],
  ['last fiscal year', /fiscal/u],
] as const

const sentenceOf = (form: string, text: string) => (form === 'who' ? `customers who ${text}` : text)
const sentences = loadWordings()
  .flatMap(({ wordings }) => wordings.filter(({ open }) => !open))
  .map(({ form, text }) => sentenceOf(form, text))
  .filter((text) => TIME.test(text))

// Whatever a condition's phrases take of a time, what it leaves open is asked about or said.
test.for(OPEN)('“%s” is asked about or said where a time was', ([time, sign]) => {
  const tried = sentences.filter((_, at) => at % OPEN.length === OPEN.findIndex(([one]) => one === time))
  expect(tried.length).toBeGreaterThan(50)
  const lost = tried.filter((sentence) => {
    const found = interpret(sentence.replace(TIME, time), situation())
    return found.kind === 'criteria' && !sign.test(found.assumptions.join(' '))
  })
  expect(lost).toEqual([])
})

test.for([
  'bought in store at least 2 times online in the last few months',
  'at least twice in store last fiscal year',
  'at least twice online on 03/04/2025',
  'one online and one in-store order in the last few months',
  'used to buy but haven’t on 03/04/2025',
  'came back last fiscal year after at least 6 months without an order',
])('%s: is asked about', (text) => {
  expect(interpret(text, situation()).kind).toBe('question')
})

test('what a season stands for is said of an abandoned cart too', () => {
  expect(interpret('added to cart but didn’t buy in summer', situation())).toMatchObject({
    kind: 'criteria',
    assumptions: expect.arrayContaining([expect.stringContaining('“summer” is read as')]),
  })
})
