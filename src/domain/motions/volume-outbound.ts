import { THRESHOLD } from '../profiles/standing/shown.ts'
import { type Motion, scoresAbove, sourceOf } from './define.ts'

const MOST = 500

/**
 * Persona first: the people with the highest persona scores, equal ones by the ICP score of their company, then by
 * internal id.
 */
export const volumeOutbound: Motion = {
  title: 'Volume outbound',
  about:
    'The right people first: those with the highest persona score, and of equal ones those at the company with the higher ICP score.',
  entities: ['person'],
  inputs: { most: MOST, minIcp: THRESHOLD, minPersona: THRESHOLD },
  audience: ({ most = MOST, ...asked }) => ({
    entity: 'person',
    base: sourceOf([{ type: 'person_profile', kind: 'persona' }, ...scoresAbove(asked)]),
    cap: { customers: most, order: 'persona' },
  }),
}
