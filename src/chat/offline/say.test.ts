import { expect, test } from 'vitest'
import { openWorkspace, TESTER } from '#domain/services.fixture.ts'
import { sayProposal } from './say.ts'

test('how a request was read is said where nobody is counted, too', async () => {
  const w = await openWorkspace()
  const criteria = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' } as const
  const proposal = await w.services.draft.proposal(
    {
      kind: 'create_icp',
      name: 'Any',
      code: 'ANY',
      goal: '',
      parameters: [{ mode: 'score', criteria, weight: 3 }],
      assumptions: ['“strongly prefer” is read as weight 3.'],
    },
    { actor: TESTER },
  )
  await w.close()
  expect(proposal.preview).toBeNull()
  expect(sayProposal(proposal)).toContain('Assumed: “strongly prefer” is read as weight 3.')
})
