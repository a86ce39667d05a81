import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import { EVERYBODY } from './everybody.ts'

const FRANCE: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }

describe('everybody is counted where the whole message asks for that', () => {
  test.for([
    'how many customers do we have altogether?',
    'how many customers do we have in total',
    'how many customers are there overall?',
    'how many customers have we got all in all',
    "what's our total number of customers?",
    'total number of customers',
    'how big is our customer base?',
    'what is the size of our customer base',
    'how many people are in our database?',
  ])('%s', (text) => {
    expect(interpret(text, situation())).toMatchObject({
      kind: 'criteria',
      intent: 'count',
      criteria: EVERYBODY,
    })
  })

  test.for(['how many customers', 'customers', 'everyone', 'create a segment of all customers'])(
    '%s: asks, since nobody said that it is everybody’s number that is wanted',
    (text) => expect(interpret(text, situation()).kind).toBe('question'),
  )

  test('what else is said is not lost', () => {
    expect(interpret('how many customers do we have in France in total?', situation())).toMatchObject({
      criteria: { field: 'country' },
    })
    expect(interpret('how many customers are there in total who juggle', situation()).kind).toBe('question')
  })

  test('with people at hand a total is theirs, unless “we” have them', () => {
    expect(interpret('how many customers do we have altogether?', situation(FRANCE))).toMatchObject({
      criteria: EVERYBODY,
    })
    expect(interpret('how many customers are there overall?', situation(FRANCE))).not.toMatchObject({
      criteria: EVERYBODY,
    })
  })
})

describe('figures of everybody', () => {
  test.for<[string, readonly string[]]>([
    ['which country do most of our customers come from?', ['country', 'city']],
    ['what countries do our customers live in?', ['country', 'city']],
    ['where do our customers live?', ['country', 'city']],
    ['what are our top countries', ['country']],
    ['our top 5 cities', ['city']],
    ['top countries of all customers', ['country']],
    ['break all customers down by country', ['country']],
    ['average order value of all our customers', []],
  ])('%s', ([text, by]) => {
    expect(interpret(text, situation())).toMatchObject({
      command: { do: 'figures', criteria: EVERYBODY, by },
    })
  })

  test('whoever is at hand goes before', () => {
    expect(interpret('where do the customers live?', situation(FRANCE))).toMatchObject({
      command: { do: 'figures', by: ['country', 'city'] },
    })
    expect(interpret('where do the customers live?', situation(FRANCE))).not.toHaveProperty(
      'command.criteria',
    )
  })
})
