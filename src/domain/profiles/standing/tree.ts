import type { Entity } from '../../entities/entity.ts'
import { entityInside } from '../check-parameters.ts'
import type { Profile } from '../schema.ts'
import { shownProfileSchema } from '../shown.ts'
import { type Cell, histogramOf, recordsIn } from './cells.ts'
import type { IcpNode, PersonaNode, ShownStanding } from './shown.ts'

/** ICPs with their personas, and whom each has. */
export function treeOf(
  /** ICPs, each followed by its personas. */
  profiles: readonly Profile[],
  cellsOf: (entity: Entity) => readonly Cell[],
): IcpNode[] {
  const icps = profiles.filter(({ kind }) => kind === 'icp')
  return icps.map((icp) => {
    const personaEntity = entityInside(icp)
    const live = icp.status === 'live'
    const own = cellsOf(icp.entity).filter((cell) => cell.icp === icp.number)
    const inside = cellsOf(personaEntity).filter((cell) => cell.icp === icp.number)
    return {
      ...shown(icp),
      standing: live ? standing(own, (cell) => cell.icpScore) : null,
      personaEntity,
      personas: profiles
        .filter(({ icpId }) => icpId === icp.id)
        .map(
          (persona): PersonaNode => ({
            ...shown(persona),
            standing:
              live && persona.status === 'live'
                ? standing(
                    inside.filter((cell) => cell.persona === persona.number),
                    (cell) => cell.personaScore,
                  )
                : null,
          }),
        ),
      noPersona: live ? recordsIn(inside.filter(({ persona }) => persona === null)) : null,
    }
  })
}

const standing = (cells: readonly Cell[], score: (cell: Cell) => number | null): ShownStanding => ({
  records: recordsIn(cells),
  histogram: histogramOf(cells, score),
})

/** Without its criteria, which a tree has no place for. */
const shown = (profile: Profile) => shownProfileSchema.parse(profile)
