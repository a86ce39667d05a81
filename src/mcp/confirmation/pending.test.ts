import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countingIds, randomIds } from '#kernel/ids.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { createPending, type Pending } from './pending.ts'

const proposal: Proposal = {
  id: 'prop_1',
  kind: 'rename_segment',
  state: 'draft',
  summary: 'Rename it',
  contentHash: 'hash',
  typeCount: false,
  count: null,
  total: null,
  targetId: 'seg_1',
  difference: [],
  preview: null,
  createdAt: '2026-11-22T00:00:00Z',
  expiresAt: '2026-11-23T00:00:00Z',
  createdBy: 'Somebody',
  decidedAt: null,
  decidedBy: null,
  outcome: null,
}
const question: Pending = { proposal, mode: 'form', answer: { content: [] }, asked: 0 }

const call = { asker: 'mcp_1', tool: 'rename_segment' }

test('a question is answered once, whatever the order of the keys', () => {
  const pending = createPending(randomIds)
  const handle = pending.ask(question, { ...call, input: { segment: 'a', name: 'b' } })
  const again = { ...call, input: { name: 'b', segment: 'a' } }
  expect(pending.take(handle, again)?.proposal).toEqual(proposal)
  expect(pending.take(handle, again)).toBeUndefined()
})

test('an answer that comes with another call is none, and the question stays', () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), (tool, json) => {
      const pending = createPending(countingIds())
      const origin = { ...call, input: { segment: 'a', name: 'b' } }
      const handle = pending.ask(question, origin)
      expect(pending.take(handle, { ...call, tool, input: JSON.parse(json) })).toBeUndefined()
      expect(pending.take(`${handle}0`, origin)).toBeUndefined()
      expect(pending.take(handle, origin)?.mode).toBe('form')
    }),
  )
})

test('the same call of somebody else is another call', () => {
  const pending = createPending(countingIds())
  const origin = { ...call, input: {} }
  const handle = pending.ask(question, origin)
  pending.ask(question, { ...origin, asker: 'mcp_2' })
  expect(pending.take(handle, { ...origin, asker: 'mcp_2' })).toBeUndefined()
  expect(pending.take(handle, origin)?.mode).toBe('form')
})

test('questions that nobody came back to are forgotten, oldest first, and nobody else’s', () => {
  const pending = createPending(countingIds())
  const origin = { ...call, input: {} }
  const other = { ...origin, asker: 'mcp_2' }
  const kept = pending.ask(question, other)
  const handles = Array.from({ length: 101 }, () => pending.ask(question, origin))
  expect(handles.map((handle) => pending.take(handle, origin) !== undefined)).toEqual([
    false,
    ...Array<boolean>(100).fill(true),
  ])
  expect(pending.take(kept, other)).toBeDefined()
})
