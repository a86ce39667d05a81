import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import type { Situation } from '../../language/situation.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import type { ValueInfo, Vocabulary } from '../../vocabulary/vocabulary.ts'
import type { ProfileMeaning } from '../define.ts'
import { TEST_DRAFT, TEST_PROFILES } from './scores.fixture.ts'

const FIELDS = { profile: 'customer', 'company.profile': 'company', 'person.profile': 'person' } as const

/** The invented shop, with these ICPs and personas. */
function shopWith(profiles: readonly ProfileMeaning[]): Situation {
  const shop = situation()
  const lists = new Map<DictionaryField, readonly ValueInfo[]>(
    (['profile', 'company.profile', 'person.profile'] as const).map((field) => [
      field,
      profiles
        .filter(({ entity }) => entity === FIELDS[field])
        .map(({ id, name }) => ({ field, value: id, label: name, count: 1 })),
    ]),
  )
  const values: Vocabulary['values'] = (field) => lists.get(field) ?? shop.vocabulary.values(field)
  return { ...shop, vocabulary: { ...shop.vocabulary, values }, profiles: () => profiles }
}

const profiled = shopWith([...TEST_PROFILES, TEST_DRAFT])
const accountsOnly = shopWith(TEST_PROFILES.filter(({ entity }) => entity !== 'customer'))

/** What a request asks for, in few signs; for anything but criteria, its kind. */
function read(text: string, shop = profiled): string {
  const found = interpret(text, shop)
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

describe('scores', () => {
  test.for([
    ['companies with an ICP score over 60', 'company_profile icp > 60'],
    ['companies with ICP 60+', 'company_profile icp >= 60'],
    ['companies whose ICP score is between 40 and 60', 'company_profile icp between 40,60'],
    ['people with ICP 60+ and persona 60+', '(person_profile icp >= 60 & person_profile persona >= 60)'],
    [
      'leads with an ICP and persona score of at least 60',
      '(person_profile icp >= 60 & person_profile persona >= 60)',
    ],
    ['leads with both scores over 60', '(person_profile icp > 60 & person_profile persona > 60)'],
    ['companies with the SMB SaaS ICP', 'company_profile icp icp_3'],
    ['companies in the ICP SMB SaaS', 'company_profile icp icp_3'],
    ['companies that fit Enterprise', 'company_profile icp icp_4'],
    ['companies that fit SMB SaaS or Enterprise', 'company_profile icp icp_3,icp_4'],
    ['companies whose best ICP is Enterprise', 'company_profile icp icp_4'],
    ['companies that score at least 80 for SMB SaaS', 'company_profile icp icp_3 >= 80'],
    ['companies that fit Enterprise with a score of at least 70', 'company_profile icp icp_4 >= 70'],
    ['companies in SMB SaaS', 'company_profile icp icp_3'],
    ['SMB SaaS companies in Germany', '(company_profile icp icp_3 & company country equals DE)'],
    ['people at SMB SaaS companies', 'works_at [company_profile icp icp_3]'],
    ['top 5 companies for SMB SaaS', 'company_rank icp 5 [company_profile icp icp_3]'],
    ['top ten SMB SaaS please', 'company_rank icp 10 [company_profile icp icp_3]'],
    ['which companies fit SMB SaaS best? top 7 is enough', 'company_rank icp 7 [company_profile icp icp_3]'],
    ['the best-scoring people for CMO', 'person_profile persona per_10'],
    ['show me the top 20 CMOs', 'person_rank persona 20 [person_profile persona per_10]'],
    [
      'top 5 companies for SMB SaaS in Germany',
      'company_rank icp 5 {all:[company_profile icp icp_3],{type:company field:country op:equals value:DE}}',
    ],
    ['top 5 companies by ICP score and in Germany', '(company_rank icp 5 & company country equals DE)'],
    ['companies that fit no ICP', 'company_profile icp true'],
    ['companies without an ICP', 'not(company_profile icp)'],
    ['companies that do not fit Enterprise', 'not(company_profile icp icp_4)'],
    ['leads with no persona fit', 'person_profile persona true'],
    ['leads who fit the persona VP Sales in Enterprise', 'person_profile persona per_9'],
    ['leads who fit the persona CMO', 'person_profile persona per_10'],
    ['people at companies with an ICP score over 60', 'works_at [company_profile icp > 60]'],
    ['right company, wrong person', '(person_profile icp >= 60 & not(person_profile persona >= 60))'],
    ['top 50 companies by ICP score', 'company_rank icp 50'],
    ['the 50 best accounts by ICP score', 'company_rank icp 50'],
    ['people at the top 50 companies by ICP score', 'works_at {type:company_rank by:icp top:50}'],
    [
      'people at the top 50 companies by ICP score with a persona score of at least 60',
      '(works_at {type:company_rank by:icp top:50} & person_profile persona >= 60)',
    ],
    ['top 500 leads by persona score', 'person_rank persona 500'],
    ['top 20 leads by combined score', 'person_rank combined 20'],
    ['wrong person at the right company', '(not(person_profile persona >= 60) & person_profile icp >= 60)'],
    ['leads at the right company', 'person_profile icp >= 60'],
    [
      'SaaS companies with an ICP score of at least 60',
      '(company industry equals SaaS & company_profile icp >= 60)',
    ],
    [
      'VPs in the US with persona score over 70',
      '(person seniority equals VP & person country equals US & person_profile persona > 70)',
    ],
  ])('%s', ([text = '', expected]) => {
    expect(read(text, accountsOnly)).toBe(expected)
  })

  test.for([
    ['customers with an ICP score over 60', 'customer_profile icp > 60'],
    ['customers who fit Loyal Shoppers', 'customer_profile icp icp_1'],
    [
      'customers with the persona Night Owls in Loyal Shoppers who spent over 100',
      '(customer_profile persona per_5 & orders spend > 100)',
    ],
    ['ICP score over 60', 'customer_profile icp > 60'],
  ])('%s', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })

  test.for([
    ['leads with the persona VP Sales', 'question'],
    ['companies with an ICP score over 160', 'question'],
    ['companies that are a good fit', 'question'],
    ['companies that fit Moonshots', 'refused'],
  ])('%s: %s', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })

  test.for([
    'companies with an ICP score over 60',
    'right company, wrong person',
    'leads with no persona fit',
    'companies with the Northern Lights ICP',
    'top 50 companies by ICP score',
    'people with an ICP score over 60 and a persona score over 60',
  ])('without ICPs, %s is refused by name', (text) => {
    const found = interpret(text, situation())
    expect(found.kind === 'refused' && found.missing).toEqual(
      expect.arrayContaining([expect.stringMatching(/^scores of (?:ICP|persona)s$/)]),
    )
  })
})
