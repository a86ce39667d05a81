import { type Cell, recordsIn } from './cells.ts'
import { type Corner, passes } from './nodes.ts'

/** Records by whether each score reaches its threshold. `total` may be more than the cells hold: the rest has no ICP. */
export function cornersOf(
  cells: readonly Cell[],
  {
    minIcp,
    minPersona,
    total,
  }: { readonly minIcp: number; readonly minPersona: number; readonly total: number },
) {
  const within = (corner: Corner) => recordsIn(cells.filter(passes({ minIcp, minPersona, corner })))
  return {
    minIcp,
    minPersona,
    total,
    both: within('both'),
    icpOnly: within('icp'),
    personaOnly: within('persona'),
    neither: within('neither') + total - recordsIn(cells),
  }
}
