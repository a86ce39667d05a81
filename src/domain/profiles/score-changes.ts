import { countOfEntity } from '../entities/entity.ts'
import type { Difference } from '../proposals/shown.ts'
import type { EntityOutlook, ProposedProfile } from './scoring/scoring.ts'

/** What records would score otherwise: `312 companies change their ICP: 40 had none, 12 would have none`. */
export async function scoreChanges(
  proposed: readonly ProposedProfile[],
  { asIf }: { asIf(profiles: readonly ProposedProfile[]): Promise<readonly EntityOutlook[]> },
): Promise<readonly Difference[]> {
  const lines = (await asIf(proposed)).flatMap(changeLines)
  return lines.map((after) => ({ what: 'scores', before: null, after }))
}

function changeLines({ entity, change }: EntityOutlook): readonly string[] {
  const { icp, gained, lost, persona, score } = change
  const changing = (n: number, what: string) =>
    `${countOfEntity(n, entity)} ${n === 1 ? 'changes' : 'change'} their ${what}`
  const moved = [
    ...(gained === 0 ? [] : [`${gained.toLocaleString('en-US')} had none`]),
    ...(lost === 0 ? [] : [`${lost.toLocaleString('en-US')} would have none`]),
  ]
  return [
    ...(icp === 0 ? [] : [`${changing(icp, 'ICP')}${moved.length === 0 ? '' : `: ${moved.join(', ')}`}`]),
    ...(persona === 0 ? [] : [changing(persona, 'persona')]),
    ...(score === 0 ? [] : [`${changing(score, 'score')} alone`]),
  ]
}
