import { describe, expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string) => interpret(text, situation())

describe('what speaks of whoever asks is set aside, and said', () => {
  test.for([
    [
      'My boss is on a mission about retention. Customers who ordered twice',
      'My boss is on a mission about retention',
    ],
    ['it was a long meeting; anyway, who ordered twice?', 'it was a long meeting'],
    [
      'I was on the train all day, so excuse the mess. Everyone who ordered twice',
      'I was on the train all day',
    ],
    [
      'We are finally getting serious about this. Customers who ordered twice please',
      'We are finally getting serious about this',
    ],
    [
      'Our agency wants a wow effect before the holidays. Customers who ordered twice',
      'Our agency wants a wow effect before the holidays',
    ],
    ['Legal wants a clean export. Customers who ordered twice', 'Legal wants a clean export'],
    ['This is a bit long, so bear with me: customers who ordered twice', 'so bear with me'],
    ['new here, sorry! Customers who ordered twice', 'new here'],
    ['Customers who ordered twice, for the cake gif', 'for the cake gif'],
    ['Customers who ordered twice - for our birthday cards', 'for our birthday cards'],
    [
      'Customers who ordered twice so I can get the labels printed, please',
      'so I can get the labels printed',
    ],
    ['Customers who ordered twice, doesn’t matter which kind', 'doesn’t matter which kind'],
    [
      'Customers who ordered twice. Thinking about selling them as a bundle',
      'Thinking about selling them as a bundle',
    ],
    ['Building my sunset list. Customers who ordered twice', 'Building my sunset list'],
    [
      'Customers who ordered twice. That’s our house rule and no, I’m not changing it again.',
      'I’m not changing it again',
    ],
  ] as const)('%s', ([text, background]) => {
    const answer = read(text)
    expect(answer).toMatchObject({ kind: 'criteria' })
    if (answer.kind !== 'criteria') return
    expect(brief(answer.criteria)).toBe(brief(criteriaOf('customers who ordered twice')))
    expect(answer.assumptions).toContain(`“${background}” is read as background: it limits nobody.`)
    expect(answer.receipt).toContainEqual(expect.objectContaining({ as: 'ignored', meaning: 'background' }))
  })

  test('before an order as well', () => {
    expect(read('It was a hectic week over here. Delete the segment Newsletter')).toMatchObject({
      kind: 'command',
      note: expect.stringContaining('background'),
    })
  })
})

describe('what may limit anybody is asked about', () => {
  test.for([
    'Customers in France. They must be fans of jazz',
    'We only care about jazz. Customers in France',
    'We adore Canada and its moose. Customers who ordered twice',
    'We have those with a garden in mind. Customers in France',
    'I had 45 llamas in mind. Customers in France',
    'We want gardeners. Customers in France',
    'My boss likes jazz, and I like blues',
    'Our client wants vegans. Customers in France',
    'We adore gardeners. Customers in France',
    'We’re planning a dinner for vegetarians. Customers in France',
    'Planning a wedding. Customers in France',
    'Thinking about moving. Customers in France',
    'We were told to stick to the over-fifties. Customers in France',
    'I’m thinking of a cheap crowd. Customers in France',
    'Legal wants the opt-in respected. Customers in France',
    'The team agreed on singles. Customers in France',
    'We have blondes in the pipeline. Customers in France',
    'Customers in France, since we are nurses',
    'I am done with: customers in France',
    'We already mailed – customers in France',
    'It’s the reverse: customers in France',
    'Customers in France, and I hate the rest',
    'Customers in France so I can get the loyal in',
    'Customers in France so I can mail vegans',
    'Customers in France so that we can see Canada',
    'Customers in France, for the Canada pop-up',
    'Customers in France, for the gardeners’ gift box',
    'Overdue: it’s been more than twice their usual gap since the last order',
  ])('%s', (text) => {
    expect(['question', 'refused']).toContain(read(text).kind)
  })
})

function criteriaOf(text: string) {
  const answer = read(text)
  if (answer.kind !== 'criteria') throw new Error(`“${text}” is read as ${answer.kind}`)
  return answer.criteria
}
