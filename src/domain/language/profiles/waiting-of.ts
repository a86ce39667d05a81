import type { Situation } from '../situation.ts'

/** What the conversation drafted and nobody has confirmed: `the ICP “Banks”`. */
export const waitingOf = ({ allProfiles }: Situation): readonly string[] =>
  (allProfiles?.() ?? [])
    .filter(({ waits }) => waits)
    .map(({ kind, name }) => `the ${kind === 'icp' ? 'ICP' : 'persona'} “${name}”`)
