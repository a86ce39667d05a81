import type { Criteria } from '../criteria/schema.ts'
import { THRESHOLD } from '../profiles/standing/shown.ts'
import { type Motion, scoresAbove, sourceOf } from './define.ts'

const ACCOUNTS = 50
const COMMITTEE = 5

/**
 * Picks the best companies first, then grades who decides there: the people at the top N companies by ICP score, at
 * each at most M of them with the highest persona scores. Of equal companies the one with the lower internal id is
 * taken, of equal people as well. A person falls out with their company.
 */
export const accountBased: Motion = {
  title: 'Account-based',
  about:
    'The accounts with the highest ICP score, and at each of them the people with the highest persona score: the buying committee.',
  entities: ['person'],
  inputs: { accounts: ACCOUNTS, committee: COMMITTEE, minIcp: THRESHOLD, minPersona: THRESHOLD },
  audience({ accounts = ACCOUNTS, committee = COMMITTEE, minIcp, minPersona, most }) {
    const best: Criteria = { type: 'company_rank', by: 'icp', top: accounts }
    const company: Criteria =
      minIcp === undefined
        ? best
        : { all: [best, { type: 'company_profile', kind: 'icp', op: '>=', value: minIcp }] }
    return {
      entity: 'person',
      base: sourceOf([
        { type: 'works_at', company },
        ...scoresAbove(minPersona === undefined ? {} : { minPersona }),
      ]),
      committee,
      ...(most === undefined ? {} : { cap: { customers: most, order: 'persona' } }),
    }
  },
}
