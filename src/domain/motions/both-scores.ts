import { THRESHOLD } from '../profiles/standing/shown.ts'
import { type Motion, scoresAbove, sourceOf } from './define.ts'

/**
 * No motion, and what most of them begin with: everybody who reaches both thresholds. A score that is the threshold
 * reaches it.
 */
export const bothScores: Motion = {
  title: 'Both scores',
  about: 'Everybody whose ICP score and persona score both reach their thresholds.',
  entities: ['person', 'customer'],
  inputs: { minIcp: THRESHOLD, minPersona: THRESHOLD },
  audience: ({ minIcp = THRESHOLD, minPersona = THRESHOLD }, entity) => ({
    entity,
    base: sourceOf(scoresAbove({ minIcp, minPersona }, entity)),
  }),
}
