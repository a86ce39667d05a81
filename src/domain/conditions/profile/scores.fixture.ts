import fc from 'fast-check'
import { unasked } from '../answer/answer.fixture.ts'
import type { Entity } from '../../entities/entity.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { NamesContext, ProfileMeaning } from '../define.ts'
import { profilesFor } from './profile-named.ts'

const icp = (number: number, entity: 'customer' | 'company', name: string, code: string): ProfileMeaning => ({
  id: `icp_${number}`,
  number,
  kind: 'icp',
  entity,
  name,
  code,
  icp: null,
  live: true,
})
const persona = (number: number, inside: ProfileMeaning, name: string, code: string): ProfileMeaning => ({
  ...icp(number, 'customer', name, code),
  id: `per_${number}`,
  kind: 'persona',
  entity: inside.entity === 'company' ? 'person' : 'customer',
  icp: { number: inside.number, name: inside.name, code: inside.code },
})

const loyal = icp(1, 'customer', 'Loyal Shoppers', 'LOYAL')
const gifts = icp(2, 'customer', 'Gifts for “Ana”', 'GIFTS')
const smb = icp(3, 'company', 'SMB SaaS', 'SMB-SAAS')
const enterprise = icp(4, 'company', 'Enterprise', 'ENTERPRISE')

/** Live ICPs and personas of a company; some personas of different ICPs share a name and a code. */
export const TEST_PROFILES: readonly ProfileMeaning[] = [
  loyal,
  gifts,
  smb,
  enterprise,
  persona(5, loyal, 'Night Owls', 'NIGHT'),
  persona(6, gifts, 'Night Owls', 'NIGHT'),
  persona(7, loyal, 'Deal Seekers and More', 'DEALS'),
  persona(8, smb, 'VP Sales', 'VP-SALES'),
  persona(9, enterprise, 'VP Sales', 'VP-SALES'),
  persona(10, smb, 'CMO', 'CMO'),
]

/** An ICP that scores nobody yet. */
export const TEST_DRAFT: ProfileMeaning = { ...icp(11, 'company', 'Moonshots', 'MOON'), live: false }

/** The names of a company without ICPs, which asks no questions. */
export const unprofiled: Pick<NamesContext, 'profile' | 'profiles' | 'question' | 'questions'> = {
  ...unasked,
  profile(id) {
    throw new Error(`Nothing names the profile ${id} here`)
  },
  profiles: () => [],
}

const points = fc.constantFrom(0, 40, 59, 60, 61, 100)

/** What a record that may have an ICP scores; companies have no persona. */
export const arbitraryScore = (entity: 'customer' | 'company'): fc.Arbitrary<ScoreRecord | null> =>
  fc.option(
    fc
      .record({
        icp: fc.constantFrom(...profilesFor(TEST_PROFILES, entity, 'icp').map(({ number }) => number)),
        icpScore: points,
      })
      .chain((score) => withPersona(score, entity)),
    { nil: null },
  )

/** What a person scores whose company has this ICP. */
export const withPersona = (
  { icp: inside, icpScore }: Pick<ScoreRecord, 'icp' | 'icpScore'>,
  entity: Entity,
): fc.Arbitrary<ScoreRecord> => {
  const numbers = profilesFor(TEST_PROFILES, entity, 'persona').flatMap(({ number, icp: of }) =>
    of?.number === inside ? [number] : [],
  )
  return numbers.length === 0
    ? fc.constant({ icp: inside, icpScore, persona: null })
    : fc.record({
        icp: fc.constant(inside),
        icpScore: fc.constant(icpScore),
        persona: fc.option(fc.record({ number: fc.constantFrom(...numbers), score: points }), { nil: null }),
      })
}
