import { expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

/** Criteria of an answer to the question that a message led to. */
function answer(message: string, text: string): string {
  const question = interpret(message, situation())
  if (question.kind !== 'question') return question.kind
  const { partial, options } = question
  const read = interpret(text, { ...situation(partial), asked: options })
  return read.kind === 'criteria' ? brief(read.criteria) : read.kind
}

test.for([
  ['recent buyers', 'in the last 30 days', 'orders count >= 1 [last 30 day]'],
  ['recent buyers in Canada', 'the last 60 days', '(orders count >= 1 [last 60 day] & country equals CA)'],
  ['recent buyers in Canada', '45 days, please', '(orders count >= 1 [last 45 day] & country equals CA)'],
  ['customers in CA', 'the country', 'country equals CA'],
  ['customers in CA', 'the first one', 'country equals CA'],
  ['customers in CA', 'California', 'region equals California'],
  // What asks for something of its own is no answer.
  ['recent buyers', 'customers in Spain', 'country equals ES'],
] as const)('%s: %s', ([message, text, criteria]) => {
  expect(answer(message, text)).toBe(criteria)
})

test('whoever goes on without an answer is told that what was asked is left out', () => {
  const question = interpret('customers in Canada who wobble', situation())
  if (question.kind !== 'question') throw new Error('Nobody knows what wobbles')
  const { partial, options, question: says } = question
  const at = { ...situation(partial), question: says, asked: options }
  const stated = (text: string) => {
    const read = interpret(text, at)
    return read.kind === 'criteria' ? read.assumptions.join(' ') : read.kind
  }
  expect(stated('add Mexico')).toContain(`(“${says}”) only what you say now counts`)
  expect(stated('customers in Spain')).not.toContain('only what you say now')
})
