import { expect, test } from 'vitest'
import { promptOf } from './history.ts'
import type { MusterMessage } from './message.ts'

const said = (n: number): MusterMessage[] => [
  { id: `q${n}`, role: 'user', parts: [{ type: 'text', text: `question ${n}` }] },
  { id: `a${n}`, role: 'assistant', parts: [{ type: 'text', text: `answer ${n}` }] },
]

test('a long conversation is remembered from a recent message on', async () => {
  const messages = Array.from({ length: 40 }, (_, n) => said(n)).flat()
  const prompt = await promptOf(messages, {})
  expect(prompt[0]).toMatchObject({ role: 'user', content: [{ text: 'question 28' }] })
  expect(prompt.at(-1)).toMatchObject({ content: [{ text: 'answer 39' }] })
})

test('calls that never got a result are left out', async () => {
  const stopped: MusterMessage = {
    id: 'a',
    role: 'assistant',
    parts: [{ type: 'tool-validate_criteria', toolCallId: 'c', state: 'input-available', input: {} }],
  }
  const prompt = await promptOf([...said(1), stopped], {})
  expect(JSON.stringify(prompt)).not.toContain('tool-call')
})
