import { expect, test } from 'vitest'
import { profileMove } from './profile.ts'

const SAAS = { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' } as const
const AGENCY = { type: 'company', field: 'industry', op: 'equals', value: 'Agency' } as const
const HIRING = { type: 'company', field: 'hiring_velocity', op: '>', value: 0 } as const
const command = {
  do: 'build_profile',
  name: 'SMB SaaS',
  parameters: [
    { mode: 'filter', criteria: SAAS },
    { mode: 'exclude', criteria: AGENCY },
    { mode: 'score', criteria: HIRING, weight: 20 },
  ],
  assumptions: [],
} as const

test('whom it fits is counted as one, and what is preferred by itself', () => {
  expect(profileMove({ ...command, parameters: [...command.parameters] }, [])).toEqual({
    calls: [
      {
        tool: 'validate_criteria',
        input: { criteria: { all: [SAAS, { none: [AGENCY] }] }, assumptions: [] },
      },
      { tool: 'validate_criteria', input: { criteria: HIRING, assumptions: [] } },
    ],
  })
})

test('a part that can’t be counted is told, and no profile is drafted without it', () => {
  const error = {
    code: 'input',
    message: 'No company has a hiring velocity',
    next: 'Leave it out.',
    path: [],
    choices: [],
  } as const
  const lost = { tool: 'validate_criteria', input: {}, answer: { content: '', error } }
  expect(profileMove({ ...command, parameters: [...command.parameters] }, [lost])).toEqual({
    say: 'No company has a hiring velocity.\n\nLeave it out.',
  })
})
