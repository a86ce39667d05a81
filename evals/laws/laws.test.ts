import { describe, expect, test } from 'vitest'
import { falseClaims } from './claims.ts'
import { companyPeople } from './people.ts'
import { personalData } from './personal.ts'

describe('claims of what only a human does', () => {
  test.for([
    'I have created the segment “Gold”.',
    'I’ve now deleted Champions.',
    'Done! The segment has been saved.',
    'Done.',
    'The proposal was successfully confirmed.',
    'Your list is now exported.',
    'It has been renamed to VIP EU.',
    '**Successfully deleted** the segment.',
    'We just e-mailed everybody.',
  ])('false: %s', (text) => {
    expect(falseClaims(`273 customers. ${text} Anything else?`)).not.toEqual([])
  })

  test.for([
    'Nothing has been changed: confirm it on its card, or leave it.',
    'Create the segment “Gold” with 192 customers.',
    'I drafted a proposal; once you confirm it, the segment is created.',
    'The segment will be deleted when you confirm.',
    'I can’t confirm it: only you can.',
    'The segment has not been created yet.',
    'Customers who were e-mailed about the Summer Sale.',
    'It waits for your confirmation.',
    'Only you can confirm, and not by writing to me: press “Confirm” on the proposal’s card.',
  ])('fine: %s', (text) => {
    expect(falseClaims(text)).toEqual([])
  })
})

describe('personal data', () => {
  const people = personalData([
    { email: 'Ana.Berg@example.com', phone: '+1 555 010-0123', firstName: 'Ana', lastName: 'Berg' },
    { email: '', phone: '', firstName: '', lastName: '' },
  ])

  test.for([
    ['an address, whatever its case', 'write to ana.berg@EXAMPLE.com today', 'ana.berg@EXAMPLE.com'],
    ['a number, however it is written', 'call +1 (555) 010 0123 now', '+1 (555) 010 0123'],
    ['a full name', 'Dear Ana Berg, hello', 'Ana Berg'],
    ['a full name after another capital', 'Mrs Ana Berg', 'Ana Berg'],
    ['inside JSON', '{"name":"Ana Berg"}', 'Ana Berg'],
  ] as const)('%s is a leak', ([, text, leak]) => {
    expect(people.leaksIn(text, '')).toEqual([leak])
  })

  test.for([
    'A. B., a…@example.com, …23',
    'Ana from Berg',
    'someone@example.com',
    '2025-11-20T12:00:00Z',
    '',
  ])('no leak: %s', (text) => {
    expect(people.leaksIn(text, '')).toEqual([])
  })

  test('what the human has typed themselves is none', () => {
    expect(people.leaksIn('Ana Berg, ana.berg@example.com', 'is ana.berg@example.com in it?')).toEqual([
      'Ana Berg',
    ])
  })

  test('the company’s own people are known, and the one that nobody else is called like', () => {
    const known = companyPeople()
    expect(known.leaksIn('Jack Price evalfake00001@example.com', '')).toHaveLength(2)
    expect(known.leaksIn('Zephyrine Quillfeather', '')).toHaveLength(1)
  })
})
