import { expect, test } from 'vitest'
import type { ListPick } from '#domain/language/intents/list-pick.ts'
import { segmentsListedMove } from './segment-list.ts'

const segment = (name: string, kind: 'default' | 'list' | 'custom', members: number | null) => ({
  id: name,
  name,
  kind,
  members,
  description: '',
  version: 1,
  rules: [],
  broken: [],
  objective: null,
  campaignType: null,
  refreshedAt: members === null ? null : '2025-11-20T12:00:00Z',
  createdAt: '2025-11-20T12:00:00Z',
  updatedAt: '2025-11-20T12:00:00Z',
  criteria: null,
  pins: null,
})
const ALL = [
  segment('Champions', 'default', 334),
  segment('Lost', 'default', 255),
  segment('VIP', 'list', 382),
  segment('*Paris*', 'custom', 255),
  segment('New one', 'custom', null),
]
const listed = (segments: typeof ALL) => ({
  tool: 'list_segments',
  input: {},
  answer: { content: 'as the tool says it', details: { segments } },
})
const said = (pick?: ListPick, search?: string) => {
  const command = { do: 'list_segments', ...(pick && { pick }), ...(search && { search }) } as const
  const move = segmentsListedMove(command, search === undefined ? [listed(ALL)] : [listed([]), listed(ALL)])
  return 'say' in move ? move.say : move.calls
}

test('all of them are told as the tool does', () => expect(said()).toBe('as the tool says it'))

test('some of them by their size, and those of the same size as the last one', () => {
  expect(said({ order: 'smallest', top: 1 })).toMatchInlineSnapshot(`
    "The smallest 2 of 5 segments and lists:
    - Lost (RFM segment): 255 customers
    - \\*Paris\\* (segment): 255 customers
    1 other not counted yet."
  `)
  expect(said({ order: 'largest', kind: 'default' })).toMatchInlineSnapshot(`
    "2 RFM segments, the largest first:
    - Champions (RFM segment): 334 customers
    - Lost (RFM segment): 255 customers"
  `)
  expect(said({ sized: [{ op: '>', value: 300 }], order: 'largest' })).toMatchInlineSnapshot(`
    "2 of 5 segments and lists with more than 300 customers, the largest first:
    - VIP (list): 382 customers
    - Champions (RFM segment): 334 customers
    1 other not counted yet."
  `)
  expect(said({ sized: [{ op: '<', value: 10 }] })).toMatchInlineSnapshot(`
    "None of the 5 segments and lists has less than 10 customers.
    1 other not counted yet."
  `)
})

test('a name that none has is said, with those that there are', () => {
  expect(said(undefined, 'lapsed')).toMatchInlineSnapshot(
    `"No segment or list has “lapsed” in its name. What is in them isn’t searched; these are there: “Champions”, “Lost”, “VIP”, “\\*Paris\\*” and “New one”. “Explain …” tells what one of them is."`,
  )
})
