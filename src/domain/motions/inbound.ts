import { THRESHOLD } from '../profiles/standing/shown.ts'
import { type Motion, scoresAbove, sourceOf } from './define.ts'

/**
 * Whoever comes in, by both scores in one: combined = (ICP score of the company + persona score) / 2, from 0 to 100,
 * never rounded. Routing rules (src/domain/routing) hand such leads on as they come to pass.
 */
export const inbound: Motion = {
  title: 'Inbound',
  about:
    'Leads by both scores in one: the combined score is half the ICP score plus half the persona score. With a cap, those with the highest stay.',
  entities: ['person'],
  inputs: { minCombined: THRESHOLD },
  audience: ({ minCombined = THRESHOLD, most, ...asked }) => ({
    entity: 'person',
    base: sourceOf([{ type: 'combined_score', op: '>=', value: minCombined }, ...scoresAbove(asked)]),
    ...(most === undefined ? {} : { cap: { customers: most, order: 'combined' } }),
  }),
}
