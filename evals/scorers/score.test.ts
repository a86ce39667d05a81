import { describe, expect, test } from 'vitest'
import type { Expected } from '../case.ts'
import { hashOf } from '../hash.ts'
import type { Kind, Outcome } from '../outcome.ts'
import { score } from './score.ts'

/** Stands for the reference database: the SQL is the list of ids. */
const find = (sql: string) => (sql === 'predictions' ? undefined : sql.split(' ').map(Number))

const outcome = (kind: Kind, more: Partial<Outcome> = {}): Outcome => ({
  kind,
  criteria: null,
  assumptions: [],
  proposals: [],
  text: '',
  ...more,
})
const shown = (members: number[], ...assumptions: string[]) => outcome('preview', { members, assumptions })
const verdict = (expected: Expected, given: Outcome) => score(expected, given, find).verdict

const people: Expected = { intent: 'create_segment', entity: 'customer', sql: '1 2 3' }

describe('people', () => {
  test('the expected members are right, as a preview or a proposal, in any order', () => {
    expect(verdict(people, shown([3, 1, 2]))).toBe('right')
    expect(verdict(people, outcome('proposal', { members: [1, 2, 3] }))).toBe('right')
  })

  test('the hash of a case decides, where it has one', () => {
    const hashed: Expected = { intent: 'count', oracle_hash: hashOf([10, 9]) }
    expect(hashOf([9, 10])).toBe(hashed.oracle_hash)
    expect(verdict(hashed, shown([9, 10]))).toBe('right')
    expect(verdict(hashed, shown([9]))).toBe('wrong')
  })

  test('nobody is an answer like any other', () => {
    const nobody: Expected = { intent: 'create_segment', oracle_hash: 'da39a3ee5e6b' }
    expect(verdict(nobody, shown([]))).toBe('right')
    expect(verdict(nobody, shown([1]))).toBe('wrong')
  })

  test('one member too many is wrong, and the reason names them', () => {
    const read = outcome('preview', {
      members: [1, 2, 4, 5],
      words: 'live in France',
      assumptions: ['As of now.'],
    })
    expect(score(people, read, find)).toEqual({
      verdict: 'wrong',
      why: '4 shown, 3 due: 2 (4, 5) too many, 1 (3) left out; read as “live in France”; stated: As of now.',
    })
  })

  test('a count that is right by accident is still wrong', () => {
    expect(verdict(people, shown([4, 5, 6]))).toBe('wrong')
  })

  test('another tree that is as good is right', () => {
    expect(verdict({ ...people, accept: [{ sql: '1 2' }] }, shown([1, 2]))).toBe('right')
  })

  test('a known other reading is fair only when it was said', () => {
    const expected: Expected = { ...people, readings: [{ says: 'rolling month', sql: '1 2' }] }
    expect(score(expected, shown([1, 2], 'The last 30 days.'), find)).toEqual({
      verdict: 'fair',
      why: 'rolling month; stated: The last 30 days.',
    })
    expect(verdict(expected, shown([1, 2]))).toBe('wrong')
    expect(verdict(expected, shown([1], 'The last 30 days.'))).toBe('wrong')
  })

  test('what should have been said is remarked on', () => {
    const expected: Expected = { ...people, must_state: ['which quarters'] }
    expect(score(expected, shown([1, 2, 3]), find).why).toBe('said nothing of which quarters')
    expect(score(expected, shown([1, 2, 3], 'The last six months.'), find).why).toBe('')
  })

  test('other kinds of records are wrong whatever their ids', () => {
    expect(verdict(people, outcome('preview', { entity: 'company', members: [1, 2, 3] }))).toBe('wrong')
  })

  test('a count without members proves nothing', () => {
    expect(verdict(people, outcome('preview'))).toBe('wrong')
    expect(verdict({ intent: 'create_segment', sql: 'predictions' }, shown([1]))).toBe('wrong')
  })

  test.for(['question', 'refused', 'answer'] as const)('a %s instead is missed, not wrong', (kind) => {
    expect(verdict(people, outcome(kind))).toBe('missed')
  })

  test('an intent that is accepted beside it counts', () => {
    expect(verdict({ ...people, accept_intents: ['overlap'] }, outcome('answer'))).toBe('right')
    expect(verdict({ ...people, accept_intents: ['clarify'] }, outcome('question'))).toBe('right')
    expect(verdict({ ...people, accept_intents: ['clarify'] }, shown([1]))).toBe('wrong')
  })
})

describe('questions and refusals', () => {
  const clarify: Expected = { intent: 'clarify', must_ask: ['how recent'] }

  test.for([
    { intent: 'clarify', kind: 'question', due: 'right' },
    { intent: 'clarify', kind: 'refused', due: 'missed' },
    { intent: 'clarify', kind: 'answer', due: 'wrong' },
    { intent: 'clarify', kind: 'preview', due: 'wrong' },
    { intent: 'unsupported', kind: 'refused', due: 'right' },
    { intent: 'unsupported', kind: 'question', due: 'right' },
    { intent: 'unsupported', kind: 'preview', due: 'wrong' },
    { intent: 'out_of_scope', kind: 'answer', due: 'wrong' },
    { intent: 'out_of_scope', kind: 'proposal', due: 'wrong' },
  ] as const)('$intent, met with $kind: $due', ({ intent, kind, due }) => {
    expect(verdict({ intent }, outcome(kind, { members: [1], assumptions: ['Recent is 30 days.'] }))).toBe(
      due,
    )
  })

  test('a default is right where it is allowed and stated', () => {
    const allowed: Expected = { ...clarify, default_allowed: 'stated default only' }
    expect(verdict(allowed, shown([1, 2], 'Recent is 30 days.'))).toBe('right')
    expect(verdict(allowed, shown([1, 2]))).toBe('wrong')
    expect(verdict({ ...clarify, default_allowed: false }, shown([1], 'Recent is 30 days.'))).toBe('wrong')
  })

  test('a default keeps to the part that was clear', () => {
    const subscribers: Expected = { ...clarify, default_allowed: true, partial_sql: '1 2 3' }
    expect(verdict(subscribers, shown([1, 2], 'Inactive for 90 days.'))).toBe('right')
    expect(verdict(subscribers, shown([1, 4], 'Inactive for 90 days.'))).toBe('wrong')
  })

  test('a turn that broke off is no refusal: the server’s fault is told apart from the model’s', () => {
    const broken = (code: string) => outcome('refused', { problem: { code, message: 'It broke off' } })
    expect(verdict({ intent: 'out_of_scope' }, broken('network'))).toBe('failed')
    expect(verdict({ intent: 'out_of_scope' }, broken('timeout'))).toBe('failed')
    expect(verdict({ intent: 'out_of_scope' }, broken('too_many_steps'))).toBe('missed')
  })
})

describe('requests about what exists', () => {
  test.for([
    { intent: 'explain', kind: 'answer', due: 'right' },
    { intent: 'metric', kind: 'question', due: 'missed' },
    { intent: 'list', kind: 'preview', due: 'wrong' },
    { intent: 'delete', kind: 'proposal', due: 'right' },
    { intent: 'delete', kind: 'question', due: 'right' },
    { intent: 'undo', kind: 'answer', due: 'missed' },
    { intent: 'export', kind: 'preview', due: 'wrong' },
  ] as const)('$intent, met with $kind: $due', ({ intent, kind, due }) => {
    expect(verdict({ intent }, outcome(kind))).toBe(due)
  })

  test('a change with known members is compared as well', () => {
    const clone: Expected = { intent: 'clone', entity: 'segment', name: 'VIP', sql: '1 2' }
    expect(verdict(clone, outcome('proposal', { entity: 'customer', members: [1, 2] }))).toBe('right')
    expect(verdict(clone, outcome('proposal', { members: [1, 2, 3] }))).toBe('wrong')
  })

  test('an accepted intent without members to compare is met by its kind', () => {
    const sql: Expected = { intent: 'out_of_scope', accept_intents: ['create_segment'] }
    expect(verdict(sql, shown([1]))).toBe('right')
  })
})
