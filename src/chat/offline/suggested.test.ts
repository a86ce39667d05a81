import { expect, test } from 'vitest'
import type { HeardTurn, Step } from './heard.ts'
import { suggestedMove } from './suggested.ts'

const SAAS = [{ preview_id: 'prev_1', mode: 'filter' }]
const found: Step = {
  tool: 'suggest_profile',
  input: { profile_id: 'icp_1' },
  answer: {
    content: '⟦SMB SaaS⟧ (icp_1)\n1. ⟦Companies that …⟧\n   parameters: [{"preview_id":"prev_1"}]',
    details: { suggestions: [{ parameters: SAAS }] },
  },
}
const discovered: Step = {
  tool: 'discover_icps',
  input: { entity: 'company' },
  answer: {
    content: '1. ⟦SaaS⟧\n   parameters: []',
    details: { profiles: [{ name: 'SaaS', goal: 'Became a customer', parameters: SAAS }] },
  },
}
const after = (...steps: readonly Step[]): readonly HeardTurn[] => [{ text: '', steps }]
const apply = (nth: number, before: readonly HeardTurn[]) =>
  suggestedMove({ do: 'apply_suggestion', nth }, [], before)

test('asks the tool, then tells what it found without what only tools take', () => {
  expect(suggestedMove({ do: 'suggest_profile', profile: 'icp_1' }, [], [])).toEqual({
    calls: [{ tool: 'suggest_profile', input: { profile_id: 'icp_1' } }],
  })
  expect(suggestedMove({ do: 'discover_icps', entity: 'customer', outcome: 'repeat' }, [], [])).toEqual({
    calls: [{ tool: 'discover_icps', input: { entity: 'customer', outcome: 'repeat' } }],
  })
  const told = suggestedMove({ do: 'suggest_profile', profile: 'icp_1' }, [found], [])
  expect('say' in told && told.say).toMatch(/SMB SaaS[\s\S]*Say “apply suggestion 1”/)
  expect('say' in told && told.say).not.toContain('prev_1')
})

test('drafts the one that is meant of what was told last', () => {
  expect(apply(1, after(found))).toEqual({
    calls: [{ tool: 'update_profile', input: { profile_id: 'icp_1', parameters: SAAS } }],
  })
  expect(apply(1, after(found, discovered))).toEqual({
    calls: [{ tool: 'build_icp', input: { name: 'SaaS', goal: 'Became a customer', parameters: SAAS } }],
  })
})

test('a suggestion that there is not is asked about, never guessed', () => {
  expect(apply(3, after(found))).toMatchObject({
    calls: [
      { tool: 'suggest_readings', input: { question: expect.stringContaining('There is no suggestion 3') } },
    ],
  })
  expect(apply(1, [])).toMatchObject({ calls: [{ tool: 'suggest_readings' }] })
})
