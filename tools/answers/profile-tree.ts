import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { SizedProfile } from '#domain/profiles/sizes.ts'
import type { IcpNode, PersonaNode, ProfileTree, Scored } from '#domain/profiles/standing/shown.ts'
import { fence } from '#kernel/untrusted.ts'

/** `⟦SMB SaaS⟧ (icp_1, SMB-SAAS, live): 312 companies` */
export const profileLine = ({ name, id, code, status, standing, entity }: PersonaNode): string =>
  `${fence(name)} (${id}, ${fence(code)}, ${status}): ${
    standing === null ? 'scores nobody' : countOfEntity(standing.records, entity)
  }`

/** `⟦SMB SaaS⟧ (icp_1, draft) fits 312 companies that …` */
export const sizeLine = ({ name, id, status, fits, entity, words }: SizedProfile): string =>
  `- ${fence(name)} (${id}, ${status}) fits ${countOfEntity(fits, entity)}${
    words === null ? '' : ` ${ENTITY_WORDS[entity].relative} ${fence(words, 1500)}`
  }`

/** An ICP, its personas and those whom none of them fits. */
export const icpLines = (icp: IcpNode): readonly string[] => [
  `- ${profileLine(icp)}`,
  ...icp.personas.map((persona) => `  - ${profileLine(persona)}`),
  ...(icp.noPersona === null
    ? []
    : [`  - No persona fit: ${countOfEntity(icp.noPersona, icp.personaEntity)}`]),
]

/** Whom no live ICP fits, of each entity that ICPs are about. */
export function unfittedLines({ icps, scored }: ProfileTree): readonly string[] {
  const asked = new Set(icps.flatMap(({ entity, personaEntity }) => [entity, personaEntity]))
  return scored
    .filter(({ entity }) => asked.has(entity))
    .map((all) => `- No ICP fit: ${countOfEntity(all.total - all.fitted, all.entity)}; ${freshness(all)}`)
}

const freshness = ({ asOf, behind }: Scored): string =>
  asOf === null ? 'not scored yet' : `scored as of ${asOf}${behind ? ', and data changed since' : ''}`

/** `0–9: 3, 90–100: 12` */
export const histogramLine = (histogram: readonly number[]): string =>
  histogram
    .map((records, step) => ({ records, from: step * 10, to: step === 9 ? 100 : step * 10 + 9 }))
    .filter(({ records }) => records > 0)
    .map(({ records, from, to }) => `${from}–${to}: ${records.toLocaleString('en-US')}`)
    .join(', ')
