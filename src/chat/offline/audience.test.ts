import { expect, test } from 'vitest'
import { audienceMove } from './audience.ts'

const VIP = { type: 'segment', segment: 'seg_vip' } as const
const CANADA = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } as const
const command = {
  do: 'create_audience',
  channel: 'ads',
  criteria: VIP,
  words: 'are in the segment VIP',
  less: [],
  cap: { customers: 50, order: 'spend' },
  assumptions: [],
} as const

test('an audience of a segment names it and needs no count of its own', () => {
  expect(audienceMove(command, [])).toEqual({
    calls: [
      {
        tool: 'create_audience',
        input: { name: 'VIP (ads)', from: ['seg_vip'], channel: 'ads', cap: 50, cap_order: 'spend' },
      },
    ],
  })
})

test('whom it takes and leaves out is counted first, each by itself', () => {
  const both = { ...command, criteria: CANADA, words: 'are in Canada', less: [VIP, CANADA] }
  const move = audienceMove(both, [])
  expect('calls' in move && move.calls.map(({ tool }) => tool)).toEqual([
    'validate_criteria',
    'validate_criteria',
  ])
})

test('a part that can’t be counted is told, and nothing is drafted without it', () => {
  const error = {
    code: 'input',
    message: 'There is no such tag',
    next: 'Look.',
    path: [],
    choices: [],
  } as const
  const failed = { tool: 'validate_criteria', input: {}, answer: { content: '', error } }
  const move = audienceMove({ ...command, criteria: CANADA, words: 'are in Canada' }, [failed])
  expect(move).toEqual({ say: 'There is no such tag.\n\nLook.' })
})
