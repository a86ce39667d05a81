import { describe, expect, test } from 'vitest'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const read = (text: string) => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('what is said of whoever asks is no part of whom they look for', () => {
  test.for([
    [
      'hope you are having a good week :) my boss wants everyone who bought Tea',
      'purchases any {category:Tea}',
    ],
    ['our client asked for all customers in France, he needs it by noon', 'country equals FR'],
    [
      "from the client's brief: women in France. we need this asap",
      '(gender equals female & country equals FR)',
    ],
    [
      'marketing wants to see customers in France who bought Tea lol',
      '(country equals FR & purchases any {category:Tea})',
    ],
    ['customers in France, they mess up the numbers', 'country equals FR'],
    ['client came back: customers tagged gold', 'tags has gold'],
    [
      "client writes: 'women in France who bought Tea'",
      '(gender equals female & country equals FR & purchases any {category:Tea})',
    ],
    ['for the preview event: customers in France', 'country equals FR'],
    ['customers in France for the winback flow', 'country equals FR'],
    ['Fwd: RE: list for text blast\n> customers in France\nSent from my iPhone', 'country equals FR'],
    ['heyyy pleaseee show customers in France', 'country equals FR'],
  ] as const)('%s', ([text, criteria]) => expect(read(text)).toBe(criteria))
})

describe('words that could limit the audience are never set aside', () => {
  test.for([
    // A purpose that names what the company knows may be a condition.
    ['customers in France for the gold launch', 'question'],
    ["we're planning a mailing for women in France, customers who bought Tea", 'question'],
    ['customers in France who bought Tea, they did not use it', 'question'],
    ['customers in France, client wants gold', '(country equals FR & tags has gold)'],
    ['customers in France, we do not want them in Paris', '(country equals FR & not(city equals Paris))'],
    ['customers who bought for the launch event', 'question'],
    ['customers in CA, TX', 'region in California,Texas'],
  ] as const)('%s', ([text, outcome]) => expect(read(text)).toBe(outcome))
})

test('a message of nothing but asides stays as it was said', () => {
  expect(read('we need it by noon')).toBe('question')
})
