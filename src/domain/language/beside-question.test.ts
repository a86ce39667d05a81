import { expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' } as const
const question = 'I can’t place “blorp”. Can you say it in another way, or leave it out?'

test('what is saved while something is open is asked about first, and saved once that is answered', () => {
  const text = 'great, save it as Parisians'
  const open = { ...situation(), criteria, question }
  const asked = interpret(text, open)
  expect(asked).toMatchObject({
    kind: 'question',
    question: expect.stringContaining('no part of it'),
    options: [{ text }],
    partial: criteria,
  })
  if (asked.kind !== 'question') throw new Error('Nothing was asked')
  const answered = { ...open, question: asked.question, asked: asked.options }
  expect(interpret('yes, those at hand', answered)).toMatchObject({
    kind: 'command',
    command: { do: 'save', name: 'Parisians' },
  })
  expect(interpret(text, { ...situation(), criteria })).toMatchObject({ command: { do: 'save' } })
})
