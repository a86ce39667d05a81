import { describe, expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

/** What a message means in a workspace that has no ICP. */
const read = (text: string) =>
  interpret(text, { ...situation(), profilesNamed: () => [], allProfiles: () => [] })

describe('where there is no ICP, a persona is drafted with one that everybody fits', () => {
  test.for([
    ['create a persona: CFOs and finance directors in the US and UK', 'CFOs'],
    ['persona for revenue leaders: VPs in sales, ideally under a year in role', 'Revenue leaders'],
    ['new persona Security Champion - security function, manager and up', 'Security Champion'],
    ['build a persona called Data Buyer: head of data at companies using Snowflake', 'Data Buyer'],
    ['I need a persona of marketing managers in Italy and Spain', 'Marketing managers'],
    ['buyer persona: directors of HR', 'Directors of HR'],
    ['must: VP level. nice: 15+ yrs experience. never: HR.', 'VP level'],
  ] as const)('%s', ([text, name]) => {
    expect(read(text)).toMatchObject({
      kind: 'command',
      command: {
        do: 'build_profile',
        icp: null,
        name,
        assumptions: expect.arrayContaining([
          'A persona lives in an ICP, and there is none yet: it is drafted with the ICP “All companies”, which keeps nobody out.',
        ]),
      },
    })
  })

  test('and one of customers likewise', () => {
    expect(read('create a persona of women who bought Mascara')).toMatchObject({
      command: { do: 'build_profile', icp: null },
    })
  })

  test('whom nothing describes is asked by what people have', () => {
    expect(read('a persona for whoever signs our contracts')).toMatchObject({
      kind: 'question',
      question: expect.stringContaining('job title, level or function'),
    })
  })
})
