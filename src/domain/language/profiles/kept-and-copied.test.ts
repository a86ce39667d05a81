import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import { BANKS, command, parameters, profilesNamed, read } from './profiles.fixture.ts'

const FINTECHS: Criteria = { type: 'company', field: 'industry', op: 'equals', value: 'Fintech' }
const atHand = { talksOfProfiles: true, lastProfile: BANKS } as const

describe('companies and people at hand are kept in a profile', () => {
  // The words of criteria are those of the product.
  const kept = (text: string) =>
    interpret(text, {
      ...situation(FINTECHS),
      describe: () => 'are in the industry Fintech',
      profilesNamed,
      allProfiles: () => [],
    })
  test.for([
    ['save it as UK Fintech', 'UK Fintech'],
    ['save them', 'Fintech'],
    ['ok save', 'Fintech'],
  ] as const)('%s', ([text, name]) =>
    expect(kept(text)).toMatchObject({
      command: {
        do: 'build_profile',
        name,
        parameters: [{ mode: 'filter', criteria: FINTECHS }],
        assumptions: expect.arrayContaining([expect.stringContaining('kept in an ICP')]),
      },
    }),
  )

  test.for(['yes, save it', 'ok save', 'go ahead'])('a draft waits for a human: %s', (text) =>
    expect(command(text, { ...atHand, criteria: FINTECHS })).toEqual({ do: 'confirm' }),
  )
})

describe('a copy with other values', () => {
  test('is called by what is different', () =>
    expect(command('duplicate SMB SaaS for Germany')).toMatchObject({
      do: 'build_profile',
      name: 'SMB SaaS (Germany)',
    }))

  test('never changes what is copied', () =>
    expect(read('now clone it for Germany', atHand)).toMatchObject({ kind: 'question' }))

  test('has the rest as it is', () =>
    expect(parameters('clone SMB SaaS for Germany')).toEqual([
      'filter company industry equals SaaS',
      'filter company employees between 11,200',
      'filter company country equals DE',
      'score 20 company hiring_velocity > 0',
    ]))
})
